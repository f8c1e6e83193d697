"""What the house holds to and no type checker sees: who may make redacted text, import a vendor, read a setting."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("agents", "chat", "commands", "prompts", "records", "retrieval", "samples")

MAKERS_OF_REDACTED_TEXT = {
    "records/redacted.py",  # joins redacted parts
    "retrieval/redaction.py",  # redacts
    "retrieval/passages.py",  # cuts redacted lines
    "retrieval/gloss.py",  # translates redacted lines
    "prompts/templates.py",  # fills in redacted blanks
}
OWNERS = {
    "chromadb": "retrieval/vector_index.py",
    "openai": "retrieval/model_server.py",
    "sentence_transformers": "retrieval/sentence_encoder.py",
    "torch": "retrieval/bundled_encoder.py",
    "plotly": "chat/figures.py",
    "dbos": "agents/screening/workflows.py",
    "xlsxwriter": "agents/screening/export_sheet.py",
    "pyarrow": "agents/fleet/places.py",
    "ray": "agents/fleet/cluster.py",
    "rapidocr": "retrieval/documents/recognition/rapid.py",
}
# Loading these takes seconds: only the constructor of the one adapter may.
HEAVY = {"torch", "transformers", "sentence_transformers", "rapidocr", "onnxruntime", "cv2", "ray", "pyarrow"}
FUNCTIONS_THAT_IMPORT = {
    "agents/fleet/cluster.py": {"_ray"},  # comes with bole[fleet] only
    "agents/fleet/places.py": {"_arrow"},
    "retrieval/bundled_encoder.py": {"__init__"},
    "retrieval/sentence_encoder.py": {"__init__"},
    "retrieval/documents/recognition/rapid.py": {"__init__"},
    "retrieval/__init__.py": {"__getattr__"},
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    files = [*ROOT.glob("*.py"), *(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))]
    for file in sorted(files):
        yield file.relative_to(ROOT).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


MODULES = dict(modules())


def imported(tree: ast.AST) -> set[str]:
    """Top names of what is imported anywhere below."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def called(tree: ast.AST) -> set[str]:
    """Names that are called, `cast` among them with the type it is given."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    casts = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "cast" and call.args]
    return names | {ast.unparse(call.args[0]).strip("'\"") for call in casts}


def test_only_redaction_and_what_handles_its_text_makes_redacted_text() -> None:
    assert {name for name, tree in MODULES.items() if "RedactedText" in called(tree)} <= MAKERS_OF_REDACTED_TEXT


@pytest.mark.parametrize(("vendor", "owner"), OWNERS.items())
def test_a_vendor_is_imported_by_its_one_adapter_only(vendor: str, owner: str) -> None:
    assert {name for name, tree in MODULES.items() if vendor in imported(tree)} == {owner}


def test_only_the_chat_imports_chainlit() -> None:
    users = {name for name, tree in MODULES.items() if "chainlit" in imported(tree)}

    assert {name for name in users if not name.startswith("chat/") and name != "chainlit_app.py"} == set()


def test_only_the_command_line_imports_typer() -> None:
    users = {name for name, tree in MODULES.items() if "typer" in imported(tree)}

    assert {name for name in users if not name.startswith("commands/") and name != "bole_cli.py"} == set()


@pytest.mark.parametrize("vendor", sorted(HEAVY))
def test_what_takes_seconds_to_load_is_never_imported_with_a_module(vendor: str) -> None:
    imports = {
        name: [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        for name, tree in MODULES.items()
    }

    assert not [name for name, nodes in imports.items() if any(vendor in imported(node) for node in nodes)]


def test_imports_stand_at_the_top_of_modules_but_for_those_that_say_why() -> None:
    for name, tree in MODULES.items():
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        importing = {function.name for function in functions if imported(function)}
        assert importing <= FUNCTIONS_THAT_IMPORT.get(name, set()), name


def test_front_doors_are_imported_by_nobody() -> None:
    assert not [name for name, tree in MODULES.items() if imported(tree) & {"bole_cli", "chainlit_app"}]


def test_only_the_settings_read_boles_environment() -> None:
    own = re.compile(r"BOLE_\w+")
    reading = {
        name
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call | ast.Subscript)
        and re.match(r"(os\.)?(environ|getenv)", ast.unparse(node))
        and own.search(ast.unparse(node))
    }

    assert reading <= {"agents/settings.py"}
    assert {name for name, tree in MODULES.items() if "BaseSettings" in ast.unparse(tree)} == {"agents/settings.py"}


def test_nothing_prints_but_the_command_line() -> None:
    writers = {name for name, tree in MODULES.items() if "sys.stdout" in ast.unparse(tree) or "print" in called(tree)}

    assert {name for name in writers if not name.startswith("samples/")} <= {
        "commands/output.py",
        "retrieval/documents/worker.py",  # its standard output is the pipe to the application
        "retrieval/documents/formats/office_process.py",  # and this one's the pipe to the worker
    }
