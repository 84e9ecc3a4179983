"""Runs a module on a database of its own, in memory: python -m bench.in_memory MODULE ARGUMENT…"""

import os
import runpy
import sys

import django

if __name__ == "__main__":
    os.environ.update(DATABASE_URL="sqlite://:memory:", DJANGO_SETTINGS_MODULE="portal.settings.test")
    django.setup()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
