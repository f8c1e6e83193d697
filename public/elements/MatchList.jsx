// The best postings for one resume, with the strong-match line a person can move.
// The component is kept on globalThis because Chainlit evaluates this file again at every update:
// a new function would be a new component, and open rows and focus would be lost.
import { ChevronRight, CircleCheck, CircleDashed, Grid3x3, LoaderCircle } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';

const WORDS = {
  zh: {
    heading: '最匹配的岗位',
    explain: '按综合匹配度排序，数字为语义相似度（余弦值）',
    line: '高度匹配线',
    keep: '对所有人生效',
    reset: '恢复',
    resetAll: '恢复（所有人）',
    strong: '高度匹配',
    below: '未达匹配线',
    similarity: '相似度',
    assess: '评估',
    assessing: '评估中',
    assessAgainst: '按“{title}”评估',
    vectors: '看向量',
    vectorsOf: '看“{title}”与这份简历的向量',
    showLine: '查看简历第 {n} 行',
    reasonHead: '要求与简历中最接近的行',
    noReasons: '没有可列出的理由。',
    empty: '岗位库中还没有岗位。粘贴一份岗位描述即可添加。',
    failed: '没有成功，请重试。',
  },
  en: {
    heading: 'Best-matching postings',
    explain: 'Ordered by overall match; the number is semantic similarity (cosine)',
    line: 'Strong-match line',
    keep: 'Keep for everybody',
    reset: 'Reset',
    resetAll: 'Reset for everybody',
    strong: 'Strong match',
    below: 'Below the line',
    similarity: 'Similarity',
    assess: 'Assess',
    assessing: 'Assessing',
    assessAgainst: 'Assess against “{title}”',
    vectors: 'See the vectors',
    vectorsOf: 'See the vectors of “{title}” and this resume',
    showLine: 'Show line {n} of the resume',
    reasonHead: 'Requirements and the closest line of the resume',
    noReasons: 'No reasons to list.',
    empty: 'The library holds no postings yet. Paste one to add it.',
    failed: 'That did not work. Please try again.',
  },
};

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

/** Runs one action at a time; says which is running and what went wrong, and gives the answer. */
function useAction(callAction, failed) {
  const [running, setRunning] = useState('');
  const [error, setError] = useState('');
  const run = async (key, name, payload) => {
    setRunning(key);
    setError('');
    let response = null;
    try {
      response = (await callAction({ name, payload }))?.response;
      setError(response?.error ?? '');
    } catch {
      setError(failed);
    }
    setRunning('');
    return response;
  };
  return { running, error, run };
}

/** A slider that reports while it moves and once when it is let go. */
function StrongLine({ label, value, onMove, onRelease }) {
  const slider = useRef(null);
  const release = useRef(onRelease);
  release.current = onRelease;
  useEffect(() => {
    // React's onChange is the DOM's `input`; the DOM's own `change` comes when the slider is let go.
    const listener = (event) => release.current(Number(event.target.value));
    const input = slider.current;
    input.addEventListener('change', listener);
    return () => input.removeEventListener('change', listener);
  }, []);
  return (
    <label className="bole-strong-line">
      {label}
      <input
        ref={slider}
        type="range"
        min="0"
        max="1"
        step="0.01"
        value={value}
        onChange={(event) => onMove(Number(event.target.value))}
      />
      <output>{value.toFixed(2)}</output>
    </label>
  );
}

/** The line with where it came from, and what can be done about it. */
function LineControl({ words, line, onMove, onRelease, onKeep, onReset }) {
  const { value, origin, told, can_keep } = line;
  const moved = origin === 'conversation';
  return (
    <div className="bole-line-control">
      <StrongLine label={words.line} value={value} onMove={onMove} onRelease={onRelease} />
      <p className="bole-line-origin" data-testid="line-origin" data-origin={origin} aria-live="polite">
        <span>{told}</span>
        {moved && can_keep && (
          <button type="button" className="bole-text-button" onClick={onKeep}>{words.keep}</button>
        )}
        {(moved || origin === 'moved') && (
          <button type="button" className="bole-text-button" onClick={onReset}>
            {moved ? words.reset : words.resetAll}
          </button>
        )}
      </p>
    </div>
  );
}

function Reasons({ id, words, reasons, onLine }) {
  if (!reasons.length) return <p id={id} className="bole-reasons bole-quiet">{words.noReasons}</p>;
  return (
    <ul id={id} className="bole-reasons" aria-label={words.reasonHead}>
      {reasons.map((reason, index) => (
        <li key={index}>
          <span>{reason.requirement}</span>
          <button
            type="button"
            className="bole-line"
            data-testid="evidence"
            aria-label={fill(words.showLine, { n: reason.line })}
            onClick={() => onLine(reason.line)}
          >
            <b>L{reason.line}</b>
          </button>
          <span className="bole-quiet">{reason.similarity.toFixed(4)}</span>
        </li>
      ))}
    </ul>
  );
}

function Match({ match, line, words, action, onAssess, onVectors, onLine }) {
  const [open, setOpen] = useState(false);
  const reasonsId = useId();
  const strong = match.similarity >= line;
  const busy = action.running === `assess ${match.posting}`;
  const Mark = strong ? CircleCheck : CircleDashed;
  return (
    <li className="bole-match" data-testid="match" data-posting={match.posting} data-strong={strong}>
      <div className="bole-match-row">
        <span className="bole-match-rank">{match.rank}</span>
        <button
          type="button"
          className="bole-match-title"
          aria-expanded={open}
          aria-controls={open ? reasonsId : undefined}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight aria-hidden />
          <span>{match.title}</span>
        </button>
        <span className="bole-match-similarity">
          <span>
            <span className="bole-hidden">{words.similarity} </span>
            {match.similarity.toFixed(4)}
          </span>
          <span className="bole-bar" data-strong={strong} style={{ '--line': `${line * 100}%` }} aria-hidden>
            <span style={{ width: `${Math.max(0, Math.min(1, match.similarity)) * 100}%` }} />
          </span>
        </span>
        <span className="bole-match-word">
          <span className="bole-chip" data-tone={strong ? 'met' : 'below'}>
            <Mark aria-hidden />
            {strong ? words.strong : words.below}
          </span>
        </span>
        <span className="bole-match-action">
          <button
            type="button"
            className="bole-button bole-vectors-button"
            title={words.vectors}
            aria-label={fill(words.vectorsOf, { title: match.title })}
            data-testid="see-vectors"
            onClick={onVectors}
          >
            <Grid3x3 aria-hidden />
            <span>{words.vectors}</span>
          </button>
          <button
            type="button"
            className="bole-button"
            aria-label={fill(words.assessAgainst, { title: match.title })}
            aria-busy={busy}
            disabled={Boolean(action.running)}
            onClick={onAssess}
          >
            {busy && <LoaderCircle className="bole-spin" aria-hidden />}
            {busy ? words.assessing : words.assess}
          </button>
        </span>
      </div>
      {open && <Reasons id={reasonsId} words={words} reasons={match.reasons ?? []} onLine={onLine} />}
    </li>
  );
}

const kept = (globalThis.boleElements ??= {});
const MatchList = (kept.MatchList ??= function MatchList({ language, resume, candidate, strong_line, matches, callAction }) {
  const words = WORDS[language] ?? WORDS.en;
  const [line, setLine] = useState(strong_line);
  const action = useAction(callAction, words.failed);
  const quiet = useAction(callAction, words.failed);
  const ask = async (name, payload = {}) => {
    const answer = await quiet.run('line', name, payload);
    if (answer?.origin) setLine(answer);
  };
  return (
    <section className="bole bole-box bole-matches" lang={language === 'zh' ? 'zh-CN' : 'en'} data-testid="match-list">
      <header>
        <div>
          <h3 className="bole-heading">
            {words.heading}
            {candidate && <span className="bole-number">{candidate}</span>}
          </h3>
          <p className="bole-quiet">{words.explain}</p>
        </div>
        <LineControl
          words={words}
          line={line}
          onMove={(value) => setLine({ ...line, value })}
          onRelease={(value) => ask('strong_line', { value })}
          onKeep={() => ask('keep_line')}
          onReset={() => ask('reset_line')}
        />
      </header>
      {(matches ?? []).length === 0 && <p className="bole-match bole-reasons bole-quiet">{words.empty}</p>}
      <ol>
        {(matches ?? []).map((match) => (
          <Match
            key={match.posting}
            match={match}
            line={line.value}
            words={words}
            action={action}
            onVectors={() => quiet.run('vectors', 'vectors', { resume, posting: match.posting })}
            onAssess={() => action.run(`assess ${match.posting}`, 'assess', { resume, posting: match.posting })}
            onLine={(n) => quiet.run('lines', 'show_lines', { resume, first_line: n, last_line: n })}
          />
        ))}
      </ol>
      <p role="status" className="bole-failed">{action.error || quiet.error}</p>
    </section>
  );
});

export default <MatchList {...props} callAction={callAction} />;
