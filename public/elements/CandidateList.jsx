// Candidates of the talent pool: ranked for a posting or by likeness, or everyone who fulfils conditions.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { ChevronRight, CircleCheck, CircleDashed, LoaderCircle, X } from 'lucide-react';
import { useId, useState } from 'react';

const WORDS = {
  zh: {
    forPosting: '适合“{title}”的候选人',
    like: '与 {names} 相似的候选人',
    everyone: '符合条件的候选人',
    and: '、',
    explain: '按综合匹配度排序，数字为语义相似度（余弦值）',
    exhaustive: '逐份核对了人才库里的每份简历，不排序、不截断',
    total: '人才库共 {of} 份简历',
    fulfil: '{of} 份中 {n} 份符合全部条件',
    tooLittle: '另有 {n} 份写得太少，无法判断',
    conditions: '条件',
    drop: '去掉条件“{words}”，重新查找',
    notTaken: '没有作为条件：{rest}',
    strong: '高度匹配',
    below: '未达匹配线',
    similarity: '相似度',
    assess: '评估',
    match: '匹配岗位',
    running: '进行中',
    choose: '选择{candidate}',
    more: '找更多像所选的人（{n}）',
    showLine: '查看简历第 {n} 行',
    openResume: '查看{candidate}的简历',
    nobody: '没有候选人符合全部条件。可以去掉一个条件再试。',
    unknownHead: '无法判断的 {n} 份（没有写明不等于没有）',
    next: '再显示 {n} 份',
    failed: '没有成功，请重试。',
  },
  en: {
    forPosting: 'Candidates for “{title}”',
    like: 'Candidates like {names}',
    everyone: 'Candidates who fulfil the conditions',
    and: ', ',
    explain: 'Ordered by overall match; the number is semantic similarity (cosine)',
    exhaustive: 'Every resume of the talent pool was checked; nothing is ranked or cut off',
    total: '{of} in the talent pool',
    fulfil: '{n} of {of} fulfil all conditions',
    tooLittle: '{n} more say too little to tell',
    conditions: 'Conditions',
    drop: 'Search again without “{words}”',
    notTaken: 'Not taken as a condition: {rest}',
    strong: 'Strong match',
    below: 'Below the line',
    similarity: 'Similarity',
    assess: 'Assess',
    match: 'Match',
    running: 'Working',
    choose: 'Choose {candidate}',
    more: 'More like the chosen ({n})',
    showLine: 'Show line {n} of the resume',
    openResume: 'Show the resume of {candidate}',
    nobody: 'Nobody fulfils all conditions. Try without one of them.',
    unknownHead: 'Too little to tell: {n} (not stated is not no)',
    next: 'Show {n} more',
    failed: 'That did not work. Please try again.',
  },
};

const RANKED_AT_ONCE = 10;
const PAGE = 50;

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
      response = (await callAction({ name, payload }))?.response ?? null;
      setError(response?.error ?? '');
    } catch {
      setError(failed);
    }
    setRunning('');
    return response;
  };
  return { running, error, run };
}

function LineButton({ words, line, onLine }) {
  return (
    <button
      type="button"
      className="bole-line"
      data-testid="evidence"
      aria-label={fill(words.showLine, { n: line })}
      onClick={() => onLine(line)}
    >
      <b>L{line}</b>
    </button>
  );
}

function Reasons({ id, words, reasons, onLine }) {
  return (
    <ul id={id} className="bole-reasons">
      {reasons.map((reason, index) => (
        <li key={index}>
          <span>{reason.text}</span>
          <LineButton words={words} line={reason.line} onLine={onLine} />
          <span className="bole-quiet">{reason.similarity.toFixed(4)}</span>
        </li>
      ))}
    </ul>
  );
}

function Grounds({ words, why, onLine }) {
  return (
    <p className="bole-candidate-why">
      {why.map((ground, index) => (
        <span key={index}>
          {ground.words}
          {ground.line && <LineButton words={words} line={ground.line} onLine={onLine} />}
        </span>
      ))}
    </p>
  );
}

function Similarity({ words, row }) {
  const Mark = row.strong ? CircleCheck : CircleDashed;
  return (
    <>
      <span className="bole-match-similarity">
        <span>
          <span className="bole-hidden">{words.similarity} </span>
          {row.similarity.toFixed(4)}
        </span>
        <span className="bole-bar" data-strong={row.strong} aria-hidden>
          <span style={{ width: `${Math.max(0, Math.min(1, row.similarity)) * 100}%` }} />
        </span>
      </span>
      <span className="bole-match-word">
        <span className="bole-chip" data-tone={row.strong ? 'met' : 'below'}>
          <Mark aria-hidden />
          {row.strong ? words.strong : words.below}
        </span>
      </span>
    </>
  );
}

function Candidate({ row, posting, words, action, quiet, chosen, onChoose }) {
  const [open, setOpen] = useState(false);
  const reasonsId = useId();
  const reasons = row.reasons ?? [];
  const busy = action.running === row.resume;
  const onLine = (n) => quiet.run('lines', 'show_lines', { resume: row.resume, first_line: n, last_line: n });
  const begin = () =>
    posting
      ? action.run(row.resume, 'assess', { resume: row.resume, posting: posting.id })
      : action.run(row.resume, 'match_candidate', { resume: row.resume });
  const titled = reasons.length
    ? { 'aria-expanded': open, 'aria-controls': open ? reasonsId : undefined, onClick: () => setOpen(!open) }
    : { 'aria-label': fill(words.openResume, row), onClick: () => onLine(0) };
  return (
    <li className="bole-match" data-testid="candidate" data-resume={row.resume}>
      <div className="bole-match-row bole-candidate-row" data-ranked={row.similarity !== undefined}>
        <input type="checkbox" checked={chosen} aria-label={fill(words.choose, row)} onChange={onChoose} />
        <button type="button" className="bole-match-title" {...titled}>
          {reasons.length > 0 && <ChevronRight aria-hidden />}
          <span>
            {row.rank && `${row.rank}. `}
            {row.candidate}
            {row.file !== row.candidate && <span className="bole-number bole-file">{row.file}</span>}
          </span>
        </button>
        {row.similarity !== undefined && <Similarity words={words} row={row} />}
        <button
          type="button"
          className="bole-button bole-match-action"
          aria-busy={busy}
          disabled={Boolean(action.running)}
          onClick={begin}
        >
          {busy && <LoaderCircle className="bole-spin" aria-hidden />}
          {busy ? words.running : posting ? words.assess : words.match}
        </button>
      </div>
      {row.why?.length > 0 && <Grounds words={words} why={row.why} onLine={onLine} />}
      {open && <Reasons id={reasonsId} words={words} reasons={reasons} onLine={onLine} />}
    </li>
  );
}

function Conditions({ words, conditions, rest, busy, onDrop }) {
  return (
    <>
      {conditions.length > 0 && (
        <ul className="bole-tally" aria-label={words.conditions}>
          {conditions.map((part) => (
            <li key={part.key}>
              <button
                type="button"
                className="bole-chip"
                data-testid="condition"
                aria-label={fill(words.drop, part)}
                title={fill(words.drop, part)}
                disabled={busy}
                onClick={() => onDrop(part.key)}
              >
                {part.words}
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {rest.length > 0 && <p className="bole-quiet" data-testid="not-taken">{fill(words.notTaken, { rest: rest.join(' · ') })}</p>}
    </>
  );
}

function heading(words, list) {
  if (list.posting) return fill(words.forPosting, list.posting);
  return list.like.length ? fill(words.like, { names: list.like.join(words.and) }) : words.everyone;
}

function totals(words, list) {
  if (!list.conditions.length) return fill(words.total, list);
  const parts = [fill(words.fulfil, { of: list.of, n: list.fulfilling })];
  if (list.unknown) parts.push(fill(words.tooLittle, { n: list.unknown }));
  return parts.join(' · ');
}

/** The rows on show and how to get the next: ranked ones are all here, of a long list the server gives a page. */
function useRows(list, setList, action) {
  const [shown, setShown] = useState(RANKED_AT_ONCE);
  const rows = list.ranked ? list.rows.slice(0, shown) : list.rows;
  const left = list.ranked ? list.rows.length - rows.length : list.fulfilling - rows.length;
  const page = async (key) => {
    const answer = await action.run(key, 'search_candidates', { ...list.query, offset: list[key].length });
    if (answer?.list) setList({ ...list, [key]: [...list[key], ...answer.list[key]] });
  };
  const more = () => (list.ranked ? setShown(shown + RANKED_AT_ONCE) : page('rows'));
  return { rows, left, step: list.ranked ? RANKED_AT_ONCE : PAGE, more, page };
}

const kept = (globalThis.boleElements ??= {});
const CandidateList = (kept.CandidateList ??= function CandidateList({ callAction, ...props }) {
  const words = WORDS[props.language] ?? WORDS.en;
  const [list, setList] = useState(props);
  const [chosen, setChosen] = useState([]);
  const action = useAction(callAction, words.failed);
  const quiet = useAction(callAction, words.failed);
  const { rows, left, step, more, page } = useRows(list, setList, action);
  const drop = async (key) => {
    const answer = await action.run(key, 'search_candidates', { ...list.query, drop: key });
    if (answer?.list) setList({ ...answer.list, rest: list.rest });
  };
  const choose = (resume) =>
    setChosen(chosen.includes(resume) ? chosen.filter((one) => one !== resume) : [...chosen, resume]);
  const candidate = (row) => (
    <Candidate
      key={row.resume}
      row={row}
      posting={list.posting}
      words={words}
      action={action}
      quiet={quiet}
      chosen={chosen.includes(row.resume)}
      onChoose={() => choose(row.resume)}
    />
  );
  const unknownLeft = list.unknown - list.unknown_rows.length;
  return (
    <section
      className="bole bole-box bole-matches"
      lang={props.language === 'zh' ? 'zh-CN' : 'en'}
      data-testid="candidate-list"
      aria-busy={Boolean(action.running)}
    >
      <header>
        <div>
          <h3 className="bole-heading">{heading(words, list)}</h3>
          <p data-testid="totals">{totals(words, list)}</p>
          <p className="bole-quiet">{list.ranked ? words.explain : words.exhaustive}</p>
          <Conditions
            words={words}
            conditions={list.conditions}
            rest={list.rest ?? []}
            busy={Boolean(action.running)}
            onDrop={drop}
          />
        </div>
        {chosen.length > 0 && (
          <button
            type="button"
            className="bole-button"
            data-testid="more-like"
            disabled={Boolean(action.running)}
            onClick={() => action.run('like', 'find_candidates', { like: chosen })}
          >
            {fill(words.more, { n: chosen.length })}
          </button>
        )}
      </header>
      {rows.length === 0 && <p className="bole-match bole-reasons bole-quiet">{words.nobody}</p>}
      <ol>{rows.map(candidate)}</ol>
      {left > 0 && (
        <button type="button" className="bole-button bole-candidates-next" data-testid="next" onClick={more}>
          {fill(words.next, { n: Math.min(left, step) })}
        </button>
      )}
      {list.unknown > 0 && (
        <details className="bole-candidates-unknown" data-testid="unknown">
          <summary>{fill(words.unknownHead, { n: list.unknown })}</summary>
          <ol>{list.unknown_rows.map(candidate)}</ol>
          {unknownLeft > 0 && (
            <button type="button" className="bole-button bole-candidates-next" onClick={() => page('unknown_rows')}>
              {fill(words.next, { n: Math.min(unknownLeft, PAGE) })}
            </button>
          )}
        </details>
      )}
      <p role="status" className="bole-failed">{action.error || quiet.error}</p>
    </section>
  );
});

export default <CandidateList {...props} callAction={callAction} />;
