"""Small Word files written part by part, for what no library writes; all people in them are invented."""

from __future__ import annotations

from made_files import zipped

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = {
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/settings.xml": "settings",
    "word/comments.xml": "comments",
    "word/footnotes.xml": "footnotes",
    "word/header1.xml": "header",
    "word/theme/theme1.xml": "theme",
}
_CONTENT = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    "document": f"{_CONTENT}.wordprocessingml.document.main+xml",
    "theme": f"{_CONTENT}.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
}
MARGINS = "".join(f' w:{side}="1440"' for side in ("top", "right", "bottom", "left"))
PAGE = f'<w:sectPr>{{}}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar{MARGINS}/></w:sectPr>'
EMU = 12_700


def word_file(body: str, section: str = "", links: str = "", background: str = "", **parts: str) -> bytes:
    """A DOCX with this body; parts are named `styles`, `header1`, … and hold what stands inside their root."""
    roots = {"theme": "a:theme", "header1": "w:hdr"}
    inner = {name: part for name, part in parts.items() if name not in {"core", "app"}}
    written = {name: _part(part, roots.get(name, f"w:{name}")) for name, part in inner.items()}
    paths = {("word/theme/theme1.xml" if name == "theme" else f"word/{name}.xml"): xml for name, xml in written.items()}
    document = _part(f"{background}<w:body>{body}{PAGE.format(section)}</w:body>", "w:document")
    relations = "".join(
        f'<Relationship Id="{_KINDS[path]}" Type="{_OFFICE}/{_KINDS[path]}" Target="/{path}"/>' for path in paths
    )
    top = f'<Relationship Id="main" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    if "core" in parts:
        kind = f"{_PACKAGE}/relationships/metadata/core-properties"
        top += f'<Relationship Id="core" Type="{kind}" Target="docProps/core.xml"/>'
        paths["docProps/core.xml"] = f'<cp xmlns:dc="http://purl.org/dc/elements/1.1/">{parts["core"]}</cp>'
    if "app" in parts:
        top += f'<Relationship Id="app" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
        paths["docProps/app.xml"] = f"<Properties>{parts['app']}</Properties>"
    package = {
        "[Content_Types].xml": _types(paths),
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{top}</Relationships>',
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}{links}</Relationships>'
        ),
        "word/document.xml": document,
        **paths,
    }
    return zipped({name: text.encode() for name, text in package.items()})


def paragraph(text: str, run: str = "", properties: str = "", more: str = "") -> str:
    """A paragraph of one run, with run and paragraph properties; `more` follows the run."""
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}{words(text, run)}{more}</w:p>"


def words(text: str, run: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(
    identity: str, run: str = "", paragraph_properties: str = "", kind: str = "paragraph", based_on: str = ""
) -> str:
    """A style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{identity}"/>{base}'
        f"<w:pPr>{paragraph_properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def table(*rows: str, properties: str = "") -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(*paragraphs: str, properties: str = "") -> str:
    """A cell of paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def floating(
    graphic: str, at: tuple[float, float] = (90, 90), size: tuple[float, float] = (200, 100), level: int = 1,
    bases: tuple[str, str] = ("page", "page"), behind: int = 0, name: str = "", wrap: str = "wrapNone",
) -> str:  # fmt: skip
    """A drawing in a run, anchored at a place in points; `name` holds attributes of its docPr."""
    (x, y), (width, height) = at, size
    return (
        f'<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{level}" '
        f'behindDoc="{behind}" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{bases[0]}"><wp:posOffset>{int(x * EMU)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{bases[1]}"><wp:posOffset>{int(y * EMU)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{int(width * EMU)}" cy="{int(height * EMU)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:{wrap}/><wp:docPr id="{level}" name="Shape {level}" {name}/><wp:cNvGraphicFramePr/>'
        f"<a:graphic>{graphic}</a:graphic></wp:anchor></w:drawing></w:r>"
    )


def shape(content: str = "", fill: str = "<a:noFill/>", size: tuple[float, float] = (200, 100), body: str = "") -> str:
    """A shape with a fill; with a text box, where there is content for it."""
    width, height = (int(side * EMU) for side in size)
    box = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if content else ""
    return (
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</wps:spPr>{box}'
        f"<wps:bodyPr>{body}</wps:bodyPr></wps:wsp></a:graphicData>"
    )


def solid(colour: str, more: str = "") -> str:
    """A fill of one colour."""
    return f'<a:solidFill><a:srgbClr val="{colour}">{more}</a:srgbClr></a:solidFill>'


def text_box(
    text: str, run: str = "", fill: str = "<a:noFill/>", size: tuple[float, float] = (200, 100), **place: object
) -> str:
    """A floating text box of one paragraph, as a run."""
    return floating(shape(paragraph(text, run), fill, size), size=size, **place)  # type: ignore[arg-type]


def _part(content: str, root: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {SPACES}>{content}</{root}>'


def _types(paths: dict[str, str]) -> str:
    overrides = {"word/document.xml": _TYPES["document"]}
    for path in paths:
        name = _KINDS.get(path, "core")
        overrides[path] = _TYPES.get(name, f"{_CONTENT}.wordprocessingml.{name}+xml")
    written = "".join(f'<Override PartName="/{path}" ContentType="{kind}"/>' for path, kind in overrides.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{xml}{written}</Types>'
