/**
 * How official documents look in print. The words come as data in `sys.inputs.document`; nothing of them is read as markup.
 *
 * One text face, one serif for the title and the names of the parts; hairlines, no boxes; the mark once, on the first page.
 * Page headers and feet are left out of the reading order by the typesetter, so the draft mark stands in the text as well.
 */
export const officialTemplate = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let words = doc.words
#let ink = rgb(doc.colours.ink)
#let soft = rgb(doc.colours.soft)
#let hair = 0.5pt + rgb(doc.colours.line)
#let strong-hair = 0.7pt + ink
#let sans = ("Source Sans 3", "Source Sans 3 Extended", "Libertinus Serif")
#let serif = ("Source Serif 4", "Source Serif 4 Extended") + sans
#let certificate = doc.layout == "certificate"
#let filled(word) = word.trim() != ""
#let lines(word) = word.split("\n").join(linebreak())
#let prose(spans) = for span in spans {
  let shown = lines(span.text)
  if span.emphasis { shown = emph(shown) }
  if span.strong { shown = strong(shown) }
  shown
}
#let named = (doc.kind, doc.number).filter(filled).join(" ")

#set document(title: doc.fileTitle, author: words.short, date: datetime(year: doc.day.at(0), month: doc.day.at(1), day: doc.day.at(2)))
#set text(lang: doc.language, font: sans, size: 10.5pt, fill: ink, number-width: "proportional", hyphenate: false)
#set par(leading: 0.68em, spacing: 1em, justify: false)
#set strong(delta: 200)
#set page(
  paper: doc.paper,
  margin: (left: 30mm, right: 30mm, top: 30mm, bottom: 31mm),
  header-ascent: 9mm,
  footer-descent: 8mm,
  header: context {
    let first = counter(page).get().first() == 1
    set text(size: 8.5pt, fill: soft)
    set par(leading: 0.5em)
    if filled(doc.draft) and not first [
      #grid(columns: (1fr, auto), column-gutter: 6mm, [#words.short · #named], text(fill: rgb(doc.colours.bad), weight: 600, doc.draft))
      #v(-1.5mm)
      #line(length: 100%, stroke: hair)
    ] else if not first [
      #grid(columns: (auto, 1fr), column-gutter: 6mm, [#words.short · #named], align(right, box(height: 1em, clip: true, doc.title)))
      #v(-1.5mm)
      #line(length: 100%, stroke: hair)
    ]
  },
  footer: context {
    set text(size: 8pt, fill: soft)
    set par(leading: 0.5em, spacing: 0.5em)
    line(length: 100%, stroke: hair)
    v(-0.5mm)
    grid(
      columns: (1fr, auto), column-gutter: 8mm,
      {
        lines(doc.footer)
        if doc.verification != none [
          \ #words.codeShort #text(weight: 600, fill: ink, doc.verification.code) · #doc.verification.url
        ]
      },
      align(right)[#words.page #counter(page).display() #words.of #counter(page).final().first()],
    )
  },
)

#set heading(numbering: (..numbers) => numbers.pos().slice(1).map(str).join("."))
#show heading: set text(font: serif, weight: 600, hyphenate: false)
#show heading.where(level: 1): set heading(numbering: none)
#show heading.where(level: 1): it => block(above: 4mm, below: 4mm, width: 100%, { set par(leading: 0.45em); text(size: if certificate { 25pt } else { 23pt }, it.body) })
#let part(it, size, above, below) = block(above: above, below: below, sticky: true, {
  set text(size: size)
  set par(leading: 0.5em, hanging-indent: if it.numbering == none { 0mm } else { 9mm })
  if it.numbering != none { box(width: 9mm, text(fill: soft, font: sans, weight: 400, counter(heading).display(it.numbering))) }
  it.body
})
#show heading.where(level: 2): it => part(it, 13.5pt, 2.1em, 1.05em)
#show heading.where(level: 3): it => part(it, 11pt, 1.6em, 1em)
#let inner = if doc.numbered { 9mm } else { 0mm }
#let label(body) = box(width: 6mm, text(fill: soft, body))
#set list(marker: label[–], indent: inner, body-indent: 0mm, spacing: 0.75em)
#set enum(number-align: start, indent: inner, body-indent: 0mm, spacing: 0.75em)
#show figure: set block(breakable: true, above: 1.5em, below: 1.6em)
#show figure: set align(start)
#show figure.caption: it => block(above: 0pt, below: 0pt, width: 100%, sticky: true, align(start, text(weight: 600, size: 9.5pt, it.body)))
#set figure.caption(position: top)
#set figure(gap: 0.75em, numbering: none, supplement: none)
#show quote.where(block: true): it => block(above: 1.3em, below: 1.4em, pad(left: inner, block(width: 100%, inset: (left: 5mm, y: 0.6mm), stroke: (left: 1.2pt + rgb(doc.colours.light)), {
  set par(leading: 0.62em, spacing: 0.85em)
  text(font: serif, size: 10pt, it.body)
  if it.attribution != none { parbreak(); text(size: 9pt, fill: soft, it.attribution) }
})))
#show link: set text(fill: rgb(doc.colours.work))

#let show-table(t) = {
  set text(size: if t.dense { 8.5pt } else { 9.5pt }, hyphenate: true)
  set par(leading: 0.5em, spacing: 0.5em)
  let count = t.rows.len()
  let long(row) = row.any(cell => cell.len() > 600)
  let figures = t.columns.map(c => c.kind == "number")
  let cell(col, body, splits: false, whole: false) = table.cell(breakable: splits, {
    set text(number-width: "tabular") if figures.at(col)
    if whole { strong(lines(body)) } else { lines(body) }
  })
  let small = count < 7 and not t.rows.any(long)
  show figure: set block(breakable: not small)
  figure(kind: table, caption: if filled(t.caption) { t.caption } else { none }, table(
    columns: t.columns.map(c => c.share * 1fr),
    align: (col, row) => if figures.at(col) { right } else { left } + if row == 0 { bottom } else { top },
    inset: (x, y) => (left: if x == 0 { 0pt } else { 2mm }, right: if x == t.columns.len() - 1 { 0pt } else { 2mm }, y: 1.4mm),
    stroke: (x, y) => (
      top: if y == 0 { strong-hair } else { none },
      bottom: if y == 0 { strong-hair } else if y == count + 1 or (y == count and t.total.len() == 0) { strong-hair } else if y == count { strong-hair } else { hair },
    ),
    table.header(repeat: true, ..t.columns.map(c => table.cell(text(weight: 600, size: 8.5pt, fill: soft, hyphenate: c.head.split().any(word => word.len() > 15), lines(c.head))))),
    ..t.rows.map(row => row.enumerate().map(((col, body)) => cell(col, body, splits: long(row)))).flatten(),
    ..if t.total.len() > 0 { (table.footer(repeat: false, ..t.total.enumerate().map(((col, body)) => cell(col, body, whole: true))),) } else { () },
  ))
}

#let show-block(b) = {
  if b.kind == "heading" {
    if b.numbered { heading(level: b.level, lines(b.text)) } else { heading(level: b.level, numbering: none, lines(b.text)) }
  } else if b.kind == "paragraph" {
    if b.number == "" { par(prose(b.text)) } else {
      par(hanging-indent: 9mm, { box(width: 9mm, text(fill: soft, b.number)); prose(b.text) })
    }
  } else if b.kind == "list" {
    let items = b.items.map(prose)
    block(above: 0.9em, below: 1.1em, if b.style == "bullets" { list(..items) } else {
      enum(numbering: n => label(numbering(if b.style == "lettered" { "a)" } else { "1." }, n)), ..items)
    })
  } else if b.kind == "table" { show-table(b)
  } else if b.kind == "definitions" {
    block(above: 0.9em, below: 1.1em, {
      terms(indent: inner, hanging-indent: 6mm, spacing: 0.75em, separator: [ — ], ..b.items.map(i => terms.item(i.term, prose(i.text))))
    })
  } else if b.kind == "quote" {
    quote(block: true, attribution: if filled(b.source) { b.source } else { none }, prose(b.text))
  } else if b.kind == "note" { block(above: 0.9em, below: 1em, text(size: 8.5pt, fill: soft, par(prose(b.text))))
  } else if b.kind == "page-break" { pagebreak(weak: true)
  } else if b.kind == "together" { block(breakable: false, width: 100%, for inner in b.blocks { show-block(inner) }) }
}

#let draft-line = if filled(doc.draft) { par(text(size: 9.5pt, weight: 600, fill: rgb(doc.colours.bad), doc.draft)) }
#let mark(side) = image("/mark.svg", width: side, alt: words.mark)

#let letterhead = if certificate {
  align(center, { mark(15mm); v(2mm); par(text(weight: 600, size: 11pt, tracking: 0.1em, words.short)); v(-0.4em); par(text(size: 9pt, fill: soft, words.full)) })
  v(3mm)
  line(length: 100%, stroke: hair)
} else {
  grid(columns: (13mm, 1fr), column-gutter: 4mm, align: horizon, mark(13mm), {
    set par(spacing: 0.5em, leading: 0.5em)
    par(text(weight: 600, size: 11pt, tracking: 0.1em, words.short))
    par(text(size: 9pt, fill: soft, words.full))
  })
  v(1mm)
  line(length: 100%, stroke: hair)
}
#v(-6mm)
#letterhead
#v(if certificate { 20mm } else { 9mm })
#set align(center) if certificate
#draft-line
#if named != "" { par(text(size: 10pt, fill: rgb(doc.colours.work), weight: 600, named)) }
#heading(level: 1, lines(doc.title))
#if filled(doc.subtitle) { par(text(font: serif, size: 12.5pt, fill: soft, lines(doc.subtitle))) }
#if filled(doc.place) { par(text(size: 10pt, fill: soft, lines(doc.place))) }
#if doc.summary.len() > 0 {
  v(0.6em)
  set align(left)
  set text(size: 9.5pt)
  set par(leading: 0.5em)
  line(length: 100%, stroke: hair)
  v(-0.55em)
  // A list of terms, so that ears get what eyes see: each label with its value.
  show strong: it => it.body
  terms(separator: none, hanging-indent: 42mm, spacing: 2.7mm, ..doc.summary.map(fact => terms.item(box(width: 42mm, text(fill: soft, weight: 400, lines(fact.label))), lines(fact.value))))
  v(-0.35em)
  line(length: 100%, stroke: hair)
}
#v(if certificate { 10mm } else { 2mm })
#{
  set text(size: 12pt) if certificate
  set par(leading: 0.85em, spacing: 1.4em) if certificate
  for b in doc.body { show-block(b) }
}

#if doc.signatures.len() > 0 {
  let alone = doc.signatures.len() == 1
  let places = doc.signatures.map(s => block(breakable: false, width: 100%, {
    set par(leading: 0.5em, spacing: 0.55em)
    v(if filled(s.signedAt) { 3mm } else { 16mm })
    line(length: 100%, stroke: strong-hair)
    v(0.5mm)
    par(text(weight: 600, lines(s.name)))
    par(text(size: 9.5pt, lines(s.post)))
    if filled(s.signedAt) { par(text(size: 8.5pt, fill: soft)[#words.signed #s.signedAt]) }
    if filled(s.digest) { par(text(size: 8.5pt, fill: soft)[#words.fingerprint #s.digest]) }
  }))
  block(breakable: doc.signatures.len() > 6, width: 100%, above: if certificate { 18mm } else { 2.8em }, {
    if not certificate { heading(level: 2, numbering: none, words.signatures) }
    if certificate and alone { align(center, block(width: 84mm, places.first())) } else {
      grid(columns: (1fr, 1fr), column-gutter: 12mm, row-gutter: 8mm, ..places)
    }
  })
}

#if doc.verification != none {
  set align(left)
  if certificate { v(1fr) }
  block(breakable: false, width: 100%, above: if certificate { 10mm } else { 3em }, {
    line(length: 100%, stroke: hair)
    let code = filled(doc.verification.address)
    let words-of-proof = {
      set text(size: 9pt)
      set par(leading: 0.55em, spacing: 0.65em)
      par([#text(fill: soft, words.code): #text(weight: 600, size: 11pt, tracking: 0.04em, doc.verification.code)])
      par([#words.verifyAt #if filled(doc.verification.address) { link(doc.verification.address, doc.verification.url) } else { doc.verification.url }])
      par(text(fill: soft, lines(doc.verification.hashNote)))
    }
    if code {
      grid(columns: (24mm, 1fr), column-gutter: 3mm, align: horizon, pad(left: -2.3mm, image("/qr.svg", width: 24mm, alt: doc.verification.qr)), words-of-proof)
    } else { words-of-proof }
  })
}
#if filled(doc.unprintable) { set align(left); block(above: 2em, text(size: 8.5pt, fill: soft, par(doc.unprintable))) }
`;
