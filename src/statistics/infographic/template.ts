/**
 * The Typst source of every infographic in print. It receives the designed sheet and the tables as JSON and sets them as
 * real text, headings, pictures with alternative texts, and tables: what is heard is what is seen, in the same order.
 *
 * Lengths in `sheet` are pixels of a page 1080 wide; `unit` turns them into points. Baselines are exact because the
 * letters' boxes are cut to the baseline above and below.
 */
export const template = `
#let page-one = json(bytes(sys.inputs.sheet))
#let words = json(bytes(sys.inputs.words))
#let unit = page-one.unit * 1pt
#let families = (sans: "Source Sans 3", serif: "Source Serif 4")

#set document(title: words.title, author: "CORETT", description: words.description, keywords: words.keywords, date: datetime(year: words.date.at(0), month: words.date.at(1), day: words.date.at(2)))
#set text(lang: words.language, font: families.sans, size: 9.5pt, fill: rgb(words.ink), hyphenate: false)
#set par(justify: false, spacing: 0pt)
#show heading: set block(above: 0pt, below: 0pt)
#show heading: set text(weight: 600, size: 1em)

#let styled(item, body) = text(font: families.at(item.family), weight: item.weight, size: item.size * unit, fill: rgb(item.fill), tracking: item.spacing * unit, top-edge: "baseline", bottom-edge: "baseline", body)
#let set-words(item) = {
  set par(leading: item.leading * unit)
  let body = styled(item, item.lines.map(line => [#line]).join(linebreak()))
  let content = if item.as == "title" { heading(level: 1, body) } else if item.as == "heading" { heading(level: 2, body) } else if item.as == "text" { par(body) } else { pdf.artifact(body) }
  place(top + left, dx: item.x * unit, dy: item.y * unit, content)
}
#let set-picture(item) = {
  let (w, h) = (item.width * unit, item.height * unit)
  let content = if item.alt == none { pdf.artifact(image(item.file, width: w, height: h)) } else { image(item.file, width: w, height: h, alt: item.alt) }
  place(top + left, dx: item.x * unit, dy: item.y * unit, content)
}
#let set-fill(item) = place(top + left, dx: item.x * unit, dy: item.y * unit, pdf.artifact(rect(width: item.width * unit, height: item.height * unit, fill: rgb(item.colour), stroke: none)))

#set page(width: page-one.width * unit, height: page-one.height * unit, margin: 0pt, fill: rgb(words.paper))
#for item in page-one.items {
  if item.kind == "words" { set-words(item) } else if item.kind == "picture" { set-picture(item) } else { set-fill(item) }
}
#pagebreak()

#set page(margin: (x: 40pt, top: 46pt, bottom: 52pt), footer: context {
  set text(size: 8pt, fill: rgb(words.soft))
  [#words.running #h(1fr) #words.page #counter(page).display() / #counter(page).final().first()]
})
#set par(leading: 0.5em)
#heading(level: 2, text(font: families.serif, size: 20pt, words.tables-title))
#block(above: 12pt, below: 20pt, text(size: 10.5pt, fill: rgb(words.soft), words.title))
#let twin(part) = block(breakable: false, width: 100%, below: 20pt, {
  heading(level: 3, text(font: families.serif, size: 12pt, part.title))
  set text(size: 9pt)
  set par(leading: 0.38em)
  block(above: 6pt, table(
    columns: (1fr, ) + (auto, ) * (part.header.len() - 1),
    inset: (x, y) => (left: if x == 0 { 0pt } else { 7pt }, right: 0pt, top: 3.4pt, bottom: 3.4pt),
    align: (x, y) => if x == 0 { left + bottom } else { right + bottom },
    stroke: (x, y) => (bottom: if y == 0 { 0.8pt + rgb(words.ink) } else { 0.4pt + rgb(words.line) }),
    table.header(..part.header.map(cell => text(fill: rgb(words.soft), cell))),
    ..part.rows.flatten().map(cell => [#cell]),
  ))
})
#grid(columns: (1fr, 1fr), column-gutter: 28pt, ..words.columns.map(column => column.map(twin).join()))
#v(1fr)
#block(width: 100%, stroke: (top: 0.6pt + rgb(words.line)), inset: (top: 8pt), {
  set text(size: 8.5pt, fill: rgb(words.soft))
  for note in words.notes { block(above: 4pt, below: 4pt, note) }
})
`;
