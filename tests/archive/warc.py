"""The site as a web archive keeps it, by the rules for archiving websites of the Dutch government: harvested without
running any script, as WARC (ISO 28500), and played back from that file alone.

    warc.py crawl ADDRESS FILE    follows every href and src of pages and sheets below ADDRESS, from its start page
    warc.py replay FILE           serves what FILE holds, on a port of its own that it prints
"""

import sys
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from warcio.capture_http import capture_http
from warcio.archiveiterator import ArchiveIterator

# After capture_http, which watches http.client.
import http.client
import http.server


class Links(HTMLParser):
    """What a page names: its links, and what it is shown with."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ("href", "src") and value]


def crawl(start, file):
    origin = urlsplit(start)
    seen, waiting, broken = {start}, [(start, "")], []
    with capture_http(file):
        line = http.client.HTTPConnection(origin.netloc)
        while waiting:
            address, named_by = waiting.pop()
            parts = urlsplit(address)
            line.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""))
            answer = line.getresponse()
            body = answer.read()
            if answer.status != 200:
                broken.append(f"{named_by}: {address}: {answer.status}")
            if not answer.getheader("content-type", "").startswith("text/html"):
                continue
            links = Links()
            links.feed(body.decode())
            for link in links.found:
                target = urldefrag(urljoin(address, link)).url
                if target.startswith(start) and target not in seen:
                    seen.add(target)
                    waiting.append((target, address))
    print(len(seen), "harvested")
    for line in broken:
        print("broken", line)


def replay(file):
    kept = {}
    with open(file, "rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                path = urlsplit(record.rec_headers.get_header("WARC-Target-URI"))
                path = path.path + (f"?{path.query}" if path.query else "")
                kind = record.http_headers.get_header("content-type")
                kept[path] = (int(record.http_headers.get_statuscode()), kind, record.content_stream().read())

    class Archive(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            status, kind, body = kept.get(self.path, (404, "text/plain", b"not in the archive"))
            self.send_response(status)
            self.send_header("content-type", kind or "application/octet-stream")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Archive)
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()


{"crawl": crawl, "replay": replay}[sys.argv[1]](*sys.argv[2:])
