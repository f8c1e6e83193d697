"""Ordinary web-made pages with everything that may look like hiding and is not: one fragment of HTML for each kind."""

from __future__ import annotations

from html import escape
from typing import Final

from benchmarks.reading_suite.payloads import VISIBLE
from records.language import Language

_DOT: Final = '<span style="display:inline-block;width:8px;height:8px;border-radius:4px;background:{}"></span>'
_PHOTO: Final = (
    '<svg width="90" height="110"><defs><radialGradient id="g"><stop offset="0" stop-color="#f4d9c6"/>'
    '<stop offset="1" stop-color="#7b5a48"/></radialGradient></defs><rect width="90" height="110" fill="url(#g)"/>'
    "</svg>"
)
_WATERMARK: Final = (
    '<div style="position:fixed;top:40%;left:10%;font-size:60pt;color:#cfcfcf;'
    'transform:rotate(-30deg);z-index:-1">{n}</div>'
)

# {n} is a name, {t} a line of the page, {s} a sentence; every fragment is plain to read when printed.
KINDS: Final[dict[str, str]] = {
    "light gray #999": '<p style="color:#999">{s}</p>',
    "light gray #AAA": '<p style="color:#aaa">{s}</p>',
    "light gray #BBB": '<p style="color:#bbb">{s}</p>',
    "pale blue dates": '<p style="color:#9db4cc">2019 – 2023</p>',
    "white on a dark bar": '<p style="background:#223;color:#fff;padding:6px">{s}</p>',
    "white on a photo-like gradient": '<p style="background:linear-gradient(90deg,#134,#367);color:#fff">{s}</p>',
    "white on orange": '<p style="background:#d35400;color:#fff;padding:4px">{t}</p>',
    "yellow on black": '<p style="background:#000;color:#ff0;padding:4px">{t}</p>',
    "gray on light gray": '<p style="background:#eee;color:#777;padding:4px">{s}</p>',
    "dark side bar": '<div style="position:absolute;right:0;top:0;width:45mm;height:290mm;background:#2c3e50;'
    'color:#ecf0f1;padding:5mm">{s}</div>',
    "6 point footer": '<p style="font-size:6pt;color:#555">{s}</p>',
    "7 point footer at the page's edge": '<div style="position:fixed;bottom:2mm;left:3mm;font-size:7pt">{t}</div>',
    "5.5 point note": '<p style="font-size:5.5pt">{s}</p>',
    "watermark": _WATERMARK,
    "watermark across the text": _WATERMARK.replace("z-index:-1", "z-index:2;opacity:.35"),
    "half transparent text": '<p style="opacity:.55">{s}</p>',
    "icons before contacts": "<p>☎ +44 161 555 0101 &nbsp; ✉ sample@example.com &nbsp; ★ {t}</p>",
    "drawn icons": f"<p>{_DOT.format('#08c')} {{t}} {_DOT.format('#c80')} 2023</p>",
    "dotted rating": f"<p>{{t}} {_DOT.format('#333') * 4}{_DOT.format('#ddd')}</p>",
    "bars of skill": '<p>{t}</p><div style="background:#ddd;width:200px"><div style="background:#2a7;width:150px;'
    'height:8px"></div></div>',
    "rounded labels": '<p><span style="background:#e8f0fe;border-radius:9px;padding:2px 8px;color:#1a56b0">'
    "{t}</span></p>",
    "outlined labels": '<p><span style="border:1px solid #999;padding:1px 6px">{t}</span></p>',
    "photo beside the name": _PHOTO + "<p>{t}</p>",
    "photo under a caption": f'<div style="position:relative">{_PHOTO}<span style="position:absolute;left:4px;top:80px;'
    'color:#fff;font-weight:bold;font-size:8pt">{n}</span></div>',
    "tracked letters": '<p style="letter-spacing:5px">{t}</p>',
    "tight letters": '<p style="letter-spacing:-0.4px">{s}</p>',
    "small capitals": '<p style="font-variant:small-caps">{s}</p>',
    "superscripts": "<p>{s}<sup>[1]</sup> CO<sub>2</sub></p>",
    "underlined links": '<p><a href="https://example.com/cv">{t}</a> <a href="mailto:a@example.com">'
    "a@example.com</a></p>",
    "struck out": "<p><s>{t}</s> {s}</p>",
    "ruled form": '<table border="1" style="border-collapse:collapse"><tr><td>{t}</td><td>{s}</td></tr></table>',
    "striped table": '<table><tr style="background:#f2f2f2"><td>{t}</td></tr><tr><td>{s}</td></tr>'
    '<tr style="background:#f2f2f2"><td>2019</td></tr></table>',
    "boxed on a tint": '<div style="background:#fdf6e3;border:1px solid #e0d8c0;padding:8px">{s}</div>',
    "shadowed title": '<h1 style="text-shadow:1px 1px 2px #999">{t}</h1>',
    "outlined title": '<h1 style="-webkit-text-stroke:1px #333;color:#fff">{t}</h1>',
    "coloured gradient title": '<h1 style="color:#16a085">{t}</h1><div style="height:4px;background:linear-gradient('
    '90deg,#16a085,#fff)"></div>',
    "turned text": '<div style="position:absolute;right:12mm;top:90mm;writing-mode:vertical-rl">{t}</div>',
    "timeline": '<div style="border-left:3px solid #39c;padding-left:10px">2019 – 2023<br>{s}</div>',
    "QR-like picture": '<div style="width:60px;height:60px;background:repeating-conic-gradient(#000 0 25%,#fff 0 50%) '
    '0 0/12px 12px"></div><p>{t}</p>',
    "text over a tinted page": '<style>body{background:#f7f3ea}</style><p style="color:#5b4b3a">{s}</p>',
}


def page(kind: str, language: Language) -> str:
    """The HTML of an ordinary resume with this kind of thing in its midst."""
    texts = VISIBLE[language]
    fragment = (
        KINDS[kind].replace("{n}", escape(texts[0])).replace("{t}", escape(texts[1])).replace("{s}", escape(texts[4]))
    )
    font = "'Noto Sans CJK SC','Liberation Sans'" if language == "zh" else "'Liberation Sans'"
    style = (
        f"<style>@page{{size:A4;margin:0}}body{{margin:0;padding:14mm;font:10.5pt/1.5 {font};min-height:269mm}}</style>"
    )
    before, after = ("".join(f"<p>{escape(text)}</p>" for text in part) for part in (texts[:5], texts[5:]))
    return f"<meta charset=utf-8>{style}<body>{before}{fragment}{after}"
