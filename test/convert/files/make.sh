#!/bin/sh
# Makes the files beside it anew with LibreOffice (Debian: libreoffice-writer-nogui) from programma.fodt, which is written
# by hand, and with pandoc from the others.
cd "$(dirname "$0")" && soffice --headless --convert-to odt programma.fodt && soffice --headless --convert-to docx programma.fodt && soffice --headless --convert-to html programma.fodt
for source in noten.md ../../corpus/puntenlijst-stad.md; do
  name=$(basename $source .md)
  pandoc --from markdown-smart $source -o $name.docx && soffice --headless --convert-to pdf $name.docx && rm $name.docx
done
pandoc lijsten.md -o lijsten.odt && soffice --headless --convert-to docx lijsten.odt && soffice --headless --convert-to odt lijsten.docx
soffice --headless --convert-to pdf:writer_web_pdf_Export tabellen.html
