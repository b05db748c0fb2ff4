"""Keeps what people typed out of the logs."""

import logging
import re

_QUERY = re.compile(r"\?[^\s\"']*")


class WithoutContent(logging.Filter):
    """Cuts query strings, and from tracebacks the exception's own text, which may quote a form."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _QUERY.sub("?…", record.getMessage())
        record.args = None
        if record.exc_info and record.exc_info[0] is not None:
            frames = []
            trace = record.exc_info[2]
            while trace is not None:
                code = trace.tb_frame.f_code
                frames.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_name}")
                trace = trace.tb_next
            record.msg += f"\n{record.exc_info[0].__name__} at\n  " + "\n  ".join(frames)
            record.exc_info = record.exc_text = None
        return True
