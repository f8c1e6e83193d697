from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from invented import assessment_of, posting_of
from records.assessments import Assessments
