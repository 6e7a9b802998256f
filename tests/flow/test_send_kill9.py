"""kill -9 at any moment of a sequence: started again, it goes on where it was, and every mail is sent once."""

from __future__ import annotations

from pathlib import Path

from tests.flow.send_kill9 import kill_seed

PEOPLE, KILLS = 3, 21


def test_a_sequence_survives_twenty_one_kills(tmp_path: Path) -> None:
    died, broken = kill_seed(tmp_path, seed=1, kills=KILLS, people=PEOPLE, store={"STORE_URL": "sqlite:///store.db"})
    assert broken == []
    assert died >= 20
