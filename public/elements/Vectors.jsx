// A requirement, or free words, as numbers; below it, in the same panel, Plotly's figures: heat map and spread.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { Check, Copy, LoaderCircle } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useRecoilState, useRecoilValue } from 'recoil';

import { sessionIdState, sideViewState } from '@chainlit/react-client';

const WORDS = {
  zh: {
    panel: '向量 · {title}',
    requirement: '岗位要求',
    embedded: '送入模型的文字（联系方式先被遮盖）',
    model: '模型',
    dimensions: '维数',
    length: '长度',
    values: '前 {n} 个数值',
    copy: '复制这些数值',
    copied: '已复制',
    pairs: '每条要求最接近的简历行',
    nearest: '最接近的简历行',
    showLine: '查看简历第 {n} 行',
    similarity: '余弦值',
    hint: '热力图每格是左侧文字与一行简历的余弦值，点击即可打开那一行。',
    failed: '没有成功，请重试。',
  },
  en: {
    panel: 'Vectors · {title}',
    requirement: 'Requirement',
    embedded: 'Text given to the model (contacts are masked first)',
    model: 'Model',
    dimensions: 'Dimensions',
    length: 'Length',
    values: 'The first {n} values',
    copy: 'Copy these values',
    copied: 'Copied',
    pairs: 'The closest resume line to each requirement',
    nearest: 'The closest resume lines',
    showLine: 'Show line {n} of the resume',
    similarity: 'Cosine',
    hint: 'Each cell is the cosine of the words on the left and a line of the resume; click one to open the line.',
    failed: 'That did not work. Please try again.',
  },
};

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

/** Puts the figures below this element: Chainlit draws Plotly only as elements of their own. */
function useFigures(title, figures, apiClient) {
  const sessionId = useRecoilValue(sessionIdState);
  const [panel, setPanel] = useRecoilState(sideViewState);
  useEffect(() => {
    if (!panel) return;
    const wanted = figures.map((figure) => figure.id).join();
    const shown = panel.elements.filter((one) => one.type === 'plotly').map((one) => one.id).join();
    if (panel.title === title && shown === wanted) return;
    const own = panel.elements.filter((one) => one.type === 'custom');
    const drawn = figures.map((figure) => ({ ...figure, url: apiClient.getElementUrl(figure.chainlitKey, sessionId) }));
    setPanel({ ...panel, title, elements: [...own, ...drawn] });
  }, [panel, title, figures]);
}

/** Calls with the number of the line whose cell was clicked, and keeps the figures as wide as the panel. */
function useCells(onLine) {
  const open = useRef(onLine);
  open.current = onLine;
  useEffect(() => {
    const content = document.getElementById('side-view-content');
    if (!content) return undefined;
    const listen = () =>
      content.querySelectorAll('.js-plotly-plot').forEach((plot) => {
        if (plot.boleListens || !plot.on) return;
        plot.boleListens = true;
        plot.on('plotly_click', ({ points }) => {
          const line = points[0]?.z === undefined ? 0 : points[0].customdata?.[0];
          if (line) open.current(line);
        });
      });
    const drawn = new MutationObserver(listen);
    drawn.observe(content, { childList: true, subtree: true });
    listen();
    // Plotly follows the window's size only; the panel has a handle of its own.
    const sized = new ResizeObserver(() => window.dispatchEvent(new Event('resize')));
    sized.observe(content);
    return () => {
      drawn.disconnect();
      sized.disconnect();
    };
  }, []);
}

async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Pages served without TLS from another machine have no clipboard interface.
  const area = Object.assign(document.createElement('textarea'), { value: text });
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  return undefined;
}

function Values({ words, values }) {
  const [copied, setCopied] = useState(false);
  const text = `[${values.join(', ')}]`;
  useEffect(() => setCopied(false), [text]);
  const label = copied ? words.copied : words.copy;
  return (
    <section>
      <div className="bole-vector-head">
        <h4 className="bole-heading">{fill(words.values, { n: values.length })}</h4>
        <button
          type="button"
          className="bole-button bole-button-icon"
          aria-label={label}
          title={label}
          onClick={() => copyText(text).then(() => setCopied(true))}
        >
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        </button>
      </div>
      <ol className="bole-vector-values" data-testid="vector-values" tabIndex={0} aria-label={fill(words.values, { n: values.length })}>
        {values.map((value, n) => (
          <li key={n}>{value < 0 ? '\u2212' : '+'}{Math.abs(value).toFixed(4)}</li>
        ))}
      </ol>
    </section>
  );
}

function Pairs({ words, heading, pairs, onLine }) {
  return (
    <details className="bole-vector-pairs">
      <summary>{heading}</summary>
      <ul>
        {pairs.map(({ requirement, line, similarity }, n) => (
          <li key={n}>
            {requirement && <span>{requirement}</span>}
            <button
              type="button"
              className="bole-line"
              aria-label={fill(words.showLine, { n: line.n })}
              onClick={() => onLine(line.n)}
            >
              <b>L{line.n}</b>
              <q>{line.text}</q>
            </button>
            <span className="bole-quiet">
              <span className="bole-hidden">{words.similarity} </span>
              {similarity.toFixed(4)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Facts({ words, vector }) {
  const facts = [
    [words.model, vector.model],
    [words.dimensions, vector.dimensions],
    [words.length, vector.length.toFixed(4)],
  ];
  return (
    <dl className="bole-vector-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="bole-quiet">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function View({ language, resume, posting, title, requirement, requirements, vector, pairs, figures, apiClient, callAction }) {
  const words = WORDS[language] ?? WORDS.en;
  const chosen = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const ask = async (name, payload) => {
    setBusy(true);
    setError('');
    try {
      const answer = await callAction({ name, payload });
      setError(answer?.response?.error ?? '');
    } catch {
      setError(words.failed);
    }
    setBusy(false);
  };
  const openLine = (n) => ask('show_lines', { resume, first_line: n, last_line: n });
  useFigures(fill(words.panel, { title }), figures, apiClient);
  useCells(openLine);
  return (
    <section className="bole bole-vectors" lang={language === 'zh' ? 'zh-CN' : 'en'} data-testid="vectors" aria-busy={busy}>
      {requirements.length > 1 && (
        <p className="bole-vector-choice">
          <label htmlFor={chosen} className="bole-quiet">{words.requirement}</label>
          <select
            id={chosen}
            value={requirement}
            disabled={busy}
            onChange={(event) => ask('vectors', { resume, posting, requirement: event.target.value })}
          >
            {requirements.map(({ id, text }) => (
              <option key={id} value={id}>{id} {text}</option>
            ))}
          </select>
          {busy && <LoaderCircle className="bole-spin" width={15} height={15} aria-hidden />}
        </p>
      )}
      <div>
        <p className="bole-quiet">{words.embedded}</p>
        <blockquote data-testid="vector-text">{vector.text}</blockquote>
      </div>
      <Facts words={words} vector={vector} />
      <Values words={words} values={vector.values} />
      {pairs.length > 0 && (
        <Pairs words={words} heading={posting ? words.pairs : words.nearest} pairs={pairs} onLine={openLine} />
      )}
      {pairs.length > 0 && <p className="bole-quiet">{words.hint}</p>}
      <p role="status" className="bole-failed">{error}</p>
    </section>
  );
}

const kept = (globalThis.boleElements ??= {});
// The panel shows one element after another: for a moment this file is run with what another one is to show.
const Vectors = (kept.Vectors ??= function Vectors(props) {
  return props.vector ? <View {...props} /> : null;
});

export default <Vectors {...props} apiClient={apiClient} callAction={callAction} />;
