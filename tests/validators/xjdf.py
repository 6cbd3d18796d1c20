"""Holds a job ticket against CIP4's schema of XJDF: the schema, then the ticket."""

import sys

from lxml import etree

schema = etree.XMLSchema(etree.parse(sys.argv[1]))
ticket = etree.parse(sys.argv[2])
if not schema.validate(ticket):
    sys.exit(str(schema.error_log))
