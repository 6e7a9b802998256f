"""What Google's consent screens say about each scope, in short."""

from __future__ import annotations

_AUTH = "https://www.googleapis.com/auth/"

WORDS = {
    "openid": "Associate you with your personal info on Google",
    _AUTH + "userinfo.email": "See your primary Google Account email address",
    _AUTH + "userinfo.profile": "See your personal info, including any you have made publicly available",
    _AUTH + "script.locale": "See your language and time zone",
    _AUTH + "drive.file": "See, edit, create and delete only the specific files you use with this app",
    _AUTH + "spreadsheets": "See, edit, create and delete all your Google Sheets spreadsheets",
    _AUTH + "spreadsheets.readonly": "See all your Google Sheets spreadsheets",
    _AUTH + "gmail.send": "Send email on your behalf",
    _AUTH + "gmail.compose": "Manage drafts and send emails",
    _AUTH + "gmail.readonly": "View your email messages and settings",
    _AUTH + "gmail.metadata": "View your email message metadata such as labels and headers, but not the email body",
    _AUTH + "gmail.modify": "Read, compose and send emails from your Gmail account",
    _AUTH + "gmail.settings.basic": "See, edit, create or change your email settings and filters in Gmail",
    _AUTH + "gmail.addons.execute": "Run as a Gmail add-on",
    _AUTH + "gmail.addons.current.message.metadata": "View your email message metadata when the add-on is running",
    _AUTH + "gmail.addons.current.message.readonly": "View your email messages when the add-on is running",
    _AUTH + "gmail.addons.current.action.compose": "Manage drafts and send emails when you interact with the add-on",
}


def words_for(scope: str) -> str:
    """Return a scope in words; one that is not known stands for itself."""
    return WORDS.get(scope, scope)
