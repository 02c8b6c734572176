#!/bin/sh
# Makes the files beside it anew with LibreOffice (Debian: libreoffice-writer-nogui) from programma.fodt, which is written
# by hand, and with pandoc from noten.md and lijsten.md.
cd "$(dirname "$0")" && soffice --headless --convert-to odt programma.fodt && soffice --headless --convert-to docx programma.fodt && soffice --headless --convert-to html programma.fodt
pandoc noten.md -o noten.docx && soffice --headless --convert-to pdf noten.docx && rm noten.docx
pandoc lijsten.md -o lijsten.odt && soffice --headless --convert-to docx lijsten.odt && soffice --headless --convert-to odt lijsten.docx
