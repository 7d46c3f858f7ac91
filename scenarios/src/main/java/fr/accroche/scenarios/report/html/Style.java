package fr.accroche.scenarios.report.html;

/** How pages look: the reader's own font and colours, on paper too; a state is a word or a mark first, and then a colour. */
public final class Style {

    /** What every page has. */
    public static final String SHARED = """
            :root { color-scheme: light dark; --good: #17692b; --bad: #b3001b; --doubt: #8a5300; --page: #fff; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
            table { border-collapse: collapse; margin: .5rem 0 1.5rem; width: 100%; }
            caption { font-weight: 600; padding: .3rem 0; text-align: left; }
            th, td { border: 1px solid #8888; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            article { border-left: .3rem solid var(--bad); margin: 1rem 0; padding: 0 1rem; }
            article.review, article.warning, article.waived { border-color: var(--doubt); }
            dt { font-weight: 600; }
            dd { margin: 0 0 .4rem 1rem; overflow-wrap: anywhere; }
            .verdict { border: 2px solid; font-size: 1.3rem; padding: .5rem 1rem; }
            @media (prefers-color-scheme: dark) {
              :root { --good: #6fd08c; --bad: #ff8a96; --doubt: #ffc46b; --page: #121212; }
            }
            @media print {
              :root { color-scheme: light; --good: #17692b; --bad: #b3001b; --doubt: #8a5300; --page: #fff; }
              body { font-size: 10pt; margin: 0; max-width: none; }
              article, tr { break-inside: avoid; }
              h2, h3, caption { break-after: avoid; }
            }
            """;

    /** What the report on a run has more: a diagram never is wider than the window unless it must, and never cut by the end of a sheet. */
    public static final String RUN = """
            body { background: var(--page); max-width: 76rem; }
            .skip { background: var(--page); left: -99rem; padding: .5rem; position: absolute; }
            .skip:focus { left: 1rem; top: 1rem; }
            :focus-visible { outline: 3px solid #1a6fd4; outline-offset: 2px; }
            :target { outline: 3px solid #1a6fd4; }
            .notice { border: 1px dashed; padding: .3rem 1rem; }
            nav ol { columns: 16rem; }
            td, code { overflow-wrap: anywhere; }
            .hops td > code { display: block; }
            th { overflow-wrap: normal; }
            summary { cursor: pointer; }
            pre { font-size: .85em; margin: .3rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }
            figure { margin: 1rem 0; overflow-x: auto; }
            svg { background: var(--page); color: inherit; display: block; height: auto; max-width: 100%; min-width: 40rem; }
            text { fill: currentColor; font: 12px system-ui, sans-serif; paint-order: stroke; stroke: var(--page); stroke-width: 5px;
              text-anchor: middle; }
            .actor { font-weight: 600; }
            rect { fill: none; stroke: currentColor; }
            .life { stroke: #8888; stroke-dasharray: 2 4; }
            .arrow { fill: currentColor; stroke: currentColor; stroke-width: 1.5; }
            .own { fill: none; }
            .broken, .broken text { color: var(--bad); font-weight: 600; }
            .broken .arrow { stroke-width: 3; }
            .doubt { color: var(--doubt); }
            .doubt .arrow { stroke-dasharray: 6 4; }
            .hops td { color: CanvasText; font-weight: 400; }
            .hops td:nth-child(2) { white-space: nowrap; }
            .hops .broken td.rules, .bad { color: var(--bad); font-weight: 600; }
            .hops .doubt td.rules { color: var(--doubt); }
            .good { color: var(--good); }
            a { color: LinkText; }
            @media print {
              nav, .skip { display: none; }
              .session > details::details-content { block-size: auto; content-visibility: visible; }
              .session > details > summary { list-style: none; }
              figure { break-inside: avoid; overflow: visible; }
              svg { min-width: 0; }
              thead { display: table-header-group; }
            }
            """;

    private Style() {}
}
