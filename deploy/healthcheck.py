"""`python deploy/healthcheck.py PORT`: exits with an error unless the server of this container answers."""

import os
import sys
from urllib.request import Request, urlopen

# Under the site's own name: production answers to no other.
request = Request(f"http://127.0.0.1:{sys.argv[1]}/healthz", headers={"Host": os.environ["SITE_HOST"]})
sys.exit(urlopen(request, timeout=5).status != 200)
