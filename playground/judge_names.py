"""What Google's reference says beside the proto: required fields, fields of Chat alone, names of icons.

Keys are message names of google.apps.card.v1, values are proto field names.
"""

from __future__ import annotations

REQUIRED: dict[str, tuple[str, ...]] = {
    "Card": ("sections",),
    "CardHeader": ("title",),
    "Section": ("widgets",),
    "CardAction": ("action_label", "on_click"),
    "CardFixedFooter": ("primary_button",),
    "TextParagraph": ("text",),
    "DecoratedText": ("text",),
    "SwitchControl": ("name", "value"),
    "ButtonList": ("buttons",),
    "Button": ("on_click",),
    "TextInput": ("name",),
    "SelectionInput": ("name",),
    "SelectionItem": ("text",),
    "SuggestionItem": ("text",),
    "DateTimePicker": ("name",),
    "Image": ("image_url",),
    "ImageComponent": ("image_uri",),
    "Grid": ("items",),
    "ChipList": ("chips",),
    "Columns": ("column_items",),
    "Column": ("widgets",),
    "OverflowMenu": ("items",),
    "OverflowMenuItem": ("text",),
    "Action": ("function",),
    "ActionParameter": ("key",),
    "OpenLink": ("url",),
    "MaterialIcon": ("name",),
}

EITHER: dict[str, tuple[tuple[str, ...], ...]] = {
    "Button": (("text", "icon"),),
    "Chip": (("label", "icon"),),
    "TextInput": (("label", "hint_text"),),
    "Icon": (("known_icon", "icon_url", "material_icon"),),
    "OnClick": (("action", "open_link", "open_dynamic_link_action", "card", "overflow_menu"),),
    "Widget": (
        (
            "text_paragraph",
            "image",
            "decorated_text",
            "button_list",
            "text_input",
            "selection_input",
            "date_time_picker",
            "divider",
            "grid",
            "columns",
            "chip_list",
            "carousel",
        ),
    ),
}

CHAT_ONLY: dict[str, tuple[str, ...]] = {
    "Widget": ("carousel", "horizontal_alignment"),
    "TextParagraph": ("text_syntax",),
    "TextInput": ("placeholder_text",),
    "DecoratedText": (
        "start_icon_vertical_alignment",
        "top_label_text",
        "content_text",
        "bottom_label_text",
    ),
    "SelectionInput": ("platform_data_source", "external_data_source"),
    "Action": ("interaction",),
}

KNOWN_ICONS = frozenset(
    {
        "AIRPLANE",
        "BOOKMARK",
        "BUS",
        "CAR",
        "CLOCK",
        "CONFIRMATION_NUMBER_ICON",
        "DESCRIPTION",
        "DOLLAR",
        "EMAIL",
        "EVENT_SEAT",
        "FLIGHT_ARRIVAL",
        "FLIGHT_DEPARTURE",
        "HOTEL",
        "HOTEL_ROOM_TYPE",
        "INVITE",
        "MAP_PIN",
        "MEMBERSHIP",
        "MULTIPLE_PEOPLE",
        "PERSON",
        "PHONE",
        "RESTAURANT_ICON",
        "SHOPPING_CART",
        "STAR",
        "STORE",
        "TICKET",
        "TRAIN",
        "VIDEO_CAMERA",
        "VIDEO_PLAY",
    }
)
