"""The build step that pyproject.toml can't express: the messages are generated from proto/ before they are packed."""

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from generate import generate  # noqa: E402


class BuildPy(build_py):
    def run(self):
        generate()
        super().run()


class Sdist(sdist):
    def run(self):
        generate()
        super().run()


setup(cmdclass={"build_py": BuildPy, "sdist": Sdist})
