import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent


def served(*words, **options):
    command = [sys.executable, str(ROOT / "app.py"), *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            text=True, **options)  # fmt: skip


def test_app_prints_its_address_and_serves_there(sample_folder):
    with served("--port", "0", "--library", str(sample_folder)) as process:
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())[0]
            assert b'"ok":true' in urlopen(f"{address}/healthz", timeout=30).read()
        finally:
            process.send_signal(signal.SIGINT)
        assert "Traceback" not in process.communicate(timeout=30)[1]


def test_a_port_in_use_is_one_sentence(sample_folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        with served("--port", port, "--library", str(sample_folder)) as process:
            _, told = process.communicate(timeout=60)
    assert process.returncode == 2 and told.count("\n") == 1
    assert f"Port {port}" in told and "--port" in told
