"""Small e-mails, made by the tests themselves; all people in them are invented."""

from __future__ import annotations

from email.message import EmailMessage


def mail(text: str = "Please find my resume attached.", html: str | None = None) -> EmailMessage:
    """An e-mail with a body and nothing attached."""
    message = EmailMessage()
    message["From"] = "Avery Samplewood <avery@people.example>"
    message["To"] = "jobs@freight.example"
    message["Subject"] = "应聘：后端工程师"
    message["Message-ID"] = "<1@people.example>"
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def attach(message: EmailMessage, name: str, content: bytes, kind: str = "application/octet-stream") -> EmailMessage:
    """The same e-mail with one more attachment."""
    main, sub = kind.split("/")
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message
