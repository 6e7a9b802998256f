"""A mail of Ana's to Béla, as tests send it."""

from __future__ import annotations

from addon.sequences.campaign_model import Mail

MAIL = Mail(
    step_id="step-1",
    sender="ana@nordwind.example",
    sender_name="Ana Lindqvist",
    to="bela@kunde.example",
    to_name="Béla Kovács",
    subject="Frage zu Ihrer Werkstatt",
    text="Guten Tag Béla,\n\nkurze Frage.\n\nAna\n",
    html="<p>Guten Tag Béla,</p><p>kurze Frage.</p><p>Ana</p>",
)
