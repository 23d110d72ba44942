"""``python -m motiontrack``."""

import sys

from motiontrack.cli.main import main

sys.exit(main())
