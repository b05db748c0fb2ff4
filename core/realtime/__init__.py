"""Live events: the database is the log, the bus only a hint, sockets catch up by cursor.

Services call `publishing.publish`; `hub` fans out within a process; `bus` connects the processes.
"""
