/// The hosted page's HTML, as Mustache templates: every value is escaped, nothing needs JavaScript.
enum PayTemplates {
    /// The frame of all pages; `{{{body}}}` is one of the others, rendered.
    static let frame = """
        <!doctype html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        {{#forward}}<meta http-equiv="refresh" content="3; url={{forward}}">
        {{/forward}}<title>{{title}}</title>
        <style>
        :root { --accent: {{accent}}; --on-accent: {{onAccent}}; --ink: #111827; --soft: #4b5563; --line: #e5e7eb; --edge: #6b7280;
          --ground: #f3f4f6; --card: #ffffff; --warn: #9f1239; --warn-ground: #fff1f2; --good: #166534; }
        @media (prefers-color-scheme: dark) { :root { --ink: #f9fafb; --soft: #c3c9d4; --line: #374151; --edge: #9ca3af; --ground: #0b1120;
          --card: #172033; --warn: #fecdd3; --warn-ground: #4c0519; --good: #86efac; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI",
          Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
        header { background: var(--accent); color: var(--on-accent); padding: 1.25rem 1rem 4.5rem; }
        .brand { display: flex; align-items: center; gap: .75rem; max-width: 30rem; margin: 0 auto; font-size: 1.125rem;
          font-weight: 600; }
        .mark { display: grid; place-items: center; flex: none; width: 2.5rem; height: 2.5rem; border-radius: 50%;
          background: var(--on-accent); color: var(--accent); font-weight: 700; }
        .brand span:last-child { min-width: 0; overflow-wrap: anywhere; }
        main { max-width: 32rem; margin: -3.25rem auto 0; padding: 0 1rem 1rem; }
        .card { background: var(--card); border-radius: 1rem; padding: 1.5rem 1.25rem; box-shadow: 0 1px 2px #0000001f,
          0 8px 24px #00000014; }
        h1 { margin: 0 0 .25rem; font-size: 1rem; font-weight: 500; color: var(--soft); }
        .message h1 { font-size: 1.375rem; font-weight: 700; line-height: 1.25; color: var(--ink); margin-bottom: .5rem; }
        .amount { margin: 0 0 1rem; font-size: 2.25rem; font-weight: 700; line-height: 1.15; letter-spacing: -.01em;
          overflow-wrap: anywhere; }
        ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
        li { display: flex; gap: .75rem; align-items: flex-start; padding: .75rem 0; border-bottom: 1px solid var(--line); }
        li img { flex: none; width: 3.25rem; height: 3.25rem; border-radius: .5rem; object-fit: cover;
          background: var(--ground); }
        .what { flex: 1; min-width: 0; overflow-wrap: anywhere; hyphens: auto; }
        .what small { display: block; color: var(--soft); font-size: .875rem; }
        .cost { flex: none; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .sum { display: flex; justify-content: space-between; gap: 1rem; margin: 0; padding: .875rem 0 0; font-weight: 700;
          font-variant-numeric: tabular-nums; }
        form { margin: 1.25rem 0 0; display: grid; gap: .625rem; }
        button, .button { display: block; width: 100%; min-height: 3.25rem; padding: .75rem 1rem; border-radius: .75rem;
          border: 1px solid var(--edge); background: transparent; color: var(--ink); font: inherit; font-weight: 600;
          text-align: center; text-decoration: none; cursor: pointer; }
        .main { background: var(--accent); color: var(--on-accent); border-color: transparent; font-size: 1.0625rem; }
        .quiet { min-height: 2.75rem; border-color: transparent; color: var(--soft); font-weight: 500;
          text-decoration: underline; }
        button:focus-visible, .button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
        .notice { margin: 0 0 1rem; padding: .75rem 1rem; border-radius: .75rem; background: var(--ground); }
        .notice a { color: inherit; font-weight: 600; }
        .notice.bad { background: var(--warn-ground); color: var(--warn); }
        .sign { display: block; width: 3.5rem; height: 3.5rem; margin: 0 0 1rem; color: var(--soft); }
        .sign circle { fill: var(--ground); }
        .sign path { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
        .sign.good { color: var(--good); }
        .message p:not(.amount) { margin: 0 0 1.25rem; color: var(--soft); }
        .message p:last-child { margin: 0; }
        footer { max-width: 32rem; margin: 0 auto; padding: 0 1rem 2rem; color: var(--soft); font-size: .875rem;
          text-align: center; }
        footer p { margin: .25rem 0; }
        </style>
        </head>
        <body>
        <header><div class="brand"><span class="mark" aria-hidden="true">{{initial}}</span><span>{{shop}}</span></div></header>
        <main>
        {{{body}}}
        </main>
        <footer>{{#reference}}<p>{{orderWord}} {{reference}}</p>{{/reference}}{{#openFor}}<p>{{openFor}}</p>{{/openFor}}<p>{{test}}</p></footer>
        </body>
        </html>

        """

    /// The page that can be paid.
    static let open = """
        <div class="card">
        {{#bad}}<p class="notice bad" role="alert">{{bad}}</p>
        {{/bad}}{{#note}}<p class="notice" role="status">{{note}}{{#back}} <a rel="noreferrer" href="{{back}}">{{backWord}}</a>{{/back}}</p>
        {{/note}}<h1>{{order}}</h1>
        <p class="amount">{{total}}</p>
        <ul>
        {{#lines}}<li>{{#image}}<img src="{{image}}" alt="">{{/image}}<span class="what">{{name}}<small>{{detail}}</small></span><span class="cost">{{cost}}</span></li>
        {{/lines}}</ul>
        <p class="sum"><span>{{totalWord}}</span><span>{{total}}</span></p>
        <form method="post" action="{{action}}">
        <button class="main" name="deed" value="pay">{{pay}}</button>
        <button name="deed" value="fail">{{fail}}</button>
        <button name="deed" value="later">{{later}}</button>
        <button class="quiet" name="deed" value="slip">{{slip}}</button>
        </form>
        </div>
        """

    /// A page that says one thing, with a way on where there is one.
    static let message = """
        <div class="card message" role="status">
        <svg class="sign {{mood}}" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11"/><path d="{{sign}}"/></svg>
        <h1>{{headline}}</h1>
        {{#total}}<p class="amount">{{total}}</p>
        {{/total}}<p>{{detail}}</p>
        {{#way}}<a class="button main" rel="noreferrer" href="{{way}}">{{wayWord}}</a>
        {{/way}}</div>
        """
}
