"""``python -m tui`` is ``kring``."""

from tui.cli import main

raise SystemExit(main())
