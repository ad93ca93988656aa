"""``kring template``: the Word template, to make one's own of it."""

from pathlib import Path

import pytest
from docx import Document

from tui.cli import main


def test_the_template_is_written_and_never_over_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "huisstijl.docx"
    assert main(["template", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert [paragraph.text for paragraph in Document(str(path)).paragraphs] == ["{{p body }}"]
    assert main(["template", str(path)]) == 1
    assert str(path) in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["template", "--help"])
    assert "settings.toml" in capsys.readouterr().out
