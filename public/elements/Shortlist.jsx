// Everyone of a batch: sorted, filtered, weighed anew, and opened one by one.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { ArrowDown, ArrowUp, CircleAlert, CircleCheck, CircleDashed, CircleX, Contrast, LoaderCircle, Scale, Undo2 } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';

const WORDS = {
  zh: {
    label: '候选名单：{name}',
    for: '岗位：{title}',
    best: '每份简历对照其最合适的岗位',
    people: '{n} 人',
    more: '另有 {n} 份尚未评估完',
    search: '按姓名或文件筛选',
    decision: '建议',
    anyDecision: '全部建议',
    musts: '必备均有依据',
    flagged: '有提示',
    rank: '名次',
    candidate: '候选人',
    score: '得分',
    must: '必备',
    mustShown: '必备要求中有依据的（满足或部分满足）',
    ratings: '要求',
    strong_yes: '强烈推荐',
    yes: '推荐',
    maybe: '待定',
    no: '不推荐',
    met: '满足',
    partial: '部分满足',
    not_met: '不满足',
    not_stated: '未提及',
    card: '打开{candidate}的评分卡',
    choose: '选择{candidate}',
    compare: '比较所选（{n}）',
    nobody: '没有符合筛选的候选人。',
    none: '还没有评估出结果。',
    showMore: '再显示 {n} 人',
    weights: '调整权重',
    weightsWhy: '按已存的逐项判断重新计分，不调用模型，可以撤销',
    mustHave: '必备',
    weight: '“{text}”的权重',
    apply: '按此计分',
    undo: '撤销',
    version: '第 {n} 版权重',
    movesHead: '{n} 人的名次或得分变了',
    move: '{candidate}：第 {rank_before} → {rank} 名，{score_before} → {score} 分',
    because: '因为{names}',
    missing: '缺少必备的{names}',
    and: '、',
    distribution: '得分分布',
    scoreIs: '{low}–{high} 分：{n} 人',
    coverage: '各要求的满足情况',
    allRequirements: '显示全部 {n} 项',
    coverageOf: '{text}：{met} 人满足，{partial} 人部分满足，{rest} 人未满足或未提及',
    sort: '按{column}排序',
    failed: '没有成功，请重试。',
    unrated: '{n} 人的新要求还没有核对。',
  },
  en: {
    label: 'Shortlist: {name}',
    for: 'Posting: {title}',
    best: 'Each resume against its best posting',
    people: '{n} candidates',
    more: '{n} more are still being assessed',
    search: 'Filter by name or file',
    decision: 'Interview',
    anyDecision: 'Any recommendation',
    musts: 'All must-haves shown',
    flagged: 'To look at',
    rank: 'Rank',
    candidate: 'Candidate',
    score: 'Score',
    must: 'Must-haves',
    mustShown: 'must-haves with evidence, met or partly met',
    ratings: 'Requirements',
    strong_yes: 'Strong yes',
    yes: 'Yes',
    maybe: 'Maybe',
    no: 'No',
    met: 'Met',
    partial: 'Partial',
    not_met: 'Not met',
    not_stated: 'Not stated',
    card: 'Open the scorecard of {candidate}',
    choose: 'Choose {candidate}',
    compare: 'Compare the chosen ({n})',
    nobody: 'Nobody passes the filter.',
    none: 'Nobody has been assessed yet.',
    showMore: 'Show {n} more',
    weights: 'Weights',
    weightsWhy: 'Scored again from the stored ratings; no model is asked, and it can be undone',
    mustHave: 'Must-have',
    weight: 'Weight of “{text}”',
    apply: 'Score by these',
    undo: 'Undo',
    version: 'Weights, version {n}',
    movesHead: 'Rank or score of {n} changed',
    move: '{candidate}: rank {rank_before} → {rank}, score {score_before} → {score}',
    because: 'because of {names}',
    missing: 'a must-have is missing: {names}',
    and: ', ',
    distribution: 'Scores',
    scoreIs: '{low}–{high}: {n} candidates',
    coverage: 'How the requirements are met',
    allRequirements: 'Show all {n}',
    coverageOf: '{text}: {met} met, {partial} partly, {rest} not met or not stated',
    sort: 'Sort by {column}',
    failed: 'That did not work. Please try again.',
    unrated: 'The new requirement is still to be checked for {n}.',
  },
};

const VERDICTS = { met: CircleCheck, partial: Contrast, not_met: CircleX, not_stated: CircleDashed };
const DECISIONS = {
  strong_yes: ['met', CircleCheck],
  yes: ['met', CircleCheck],
  maybe: ['partial', Contrast],
  no: ['not_met', CircleX],
};
const PAGE = 50;
const BINS = 9;
const MOVES_SHOWN = 12;
const COVERAGE_SHOWN = 8;

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

/** Runs one action at a time; says which is running and what went wrong, and gives the answer. */
function useAction(callAction, failed) {
  const [running, setRunning] = useState('');
  const [error, setError] = useState('');
  const run = async (name, payload) => {
    setRunning(name);
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

const COLUMNS = {
  rank: (row) => row.rank,
  candidate: (row) => row.candidate,
  score: (row) => -row.score,
  must: (row) => -(row.must_asked ? row.must_held / row.must_asked : 1),
};

function sorted(rows, { column, down }) {
  const key = COLUMNS[column];
  const order = (a, b) => (typeof key(a) === 'string' ? key(a).localeCompare(key(b)) : key(a) - key(b)) || a.rank - b.rank;
  const found = [...rows].sort(order);
  return down ? found.reverse() : found;
}

function passes(row, filter) {
  const typed = filter.typed.trim().toLowerCase();
  return (
    (!typed || `${row.candidate} ${row.file}`.toLowerCase().includes(typed)) &&
    (!filter.decision || row.decision === filter.decision) &&
    (!filter.musts || row.must_held === row.must_asked) &&
    (!filter.flagged || row.flags > 0)
  );
}

function Filters({ words, filter, onFilter }) {
  const toggle = (name) => (
    <button
      type="button"
      className="bole-button"
      aria-pressed={filter[name]}
      data-on={filter[name]}
      onClick={() => onFilter({ ...filter, [name]: !filter[name] })}
    >
      {words[name]}
    </button>
  );
  return (
    <div className="bole-list-filters">
      <input
        type="search"
        placeholder={words.search}
        aria-label={words.search}
        value={filter.typed}
        onChange={(event) => onFilter({ ...filter, typed: event.target.value })}
      />
      <select aria-label={words.decision} value={filter.decision} onChange={(event) => onFilter({ ...filter, decision: event.target.value })}>
        <option value="">{words.anyDecision}</option>
        {Object.keys(DECISIONS).map((name) => <option key={name} value={name}>{words[name]}</option>)}
      </select>
      {toggle('musts')}
      {toggle('flagged')}
    </div>
  );
}

/** The verdicts of one candidate as a row of marks, in the posting's order; each says what it is. */
function Verdicts({ words, row, requirements }) {
  return (
    <span className="bole-verdicts">
      {requirements.map((requirement) => {
        const verdict = row.verdicts[requirement.id] ?? 'not_stated';
        const Mark = VERDICTS[verdict];
        const said = `${requirement.text}: ${words[verdict]}`;
        return (
          <span key={requirement.id} className="bole-mark" data-tone={verdict} data-must={requirement.must} title={said}>
            <Mark aria-hidden />
            <span className="bole-hidden">{said}</span>
          </span>
        );
      })}
    </span>
  );
}

function Row({ words, row, requirements, chosen, onChoose, onCard }) {
  const [tone, Mark] = DECISIONS[row.decision];
  return (
    <tr data-testid="shortlist-row" data-ordinal={row.ordinal}>
      <td><input type="checkbox" checked={chosen} aria-label={fill(words.choose, row)} onChange={onChoose} /></td>
      <td className="bole-rank">{row.rank}</td>
      <td>
        <button type="button" className="bole-text-button" aria-label={fill(words.card, row)} onClick={onCard}>{row.candidate}</button>
        {row.flags > 0 && <CircleAlert className="bole-small-icon" aria-label={row.notes.join(' ')}><title>{row.notes.join('\n')}</title></CircleAlert>}
        {row.file !== row.candidate && <span className="bole-quiet bole-file">{row.file}</span>}
      </td>
      <td className="bole-leader-score">{row.score.toFixed(1)}</td>
      <td><span className="bole-chip" data-tone={tone}><Mark aria-hidden />{words[row.decision]}</span></td>
      <td title={words.mustShown}>{row.must_held}/{row.must_asked}</td>
      <td><Verdicts words={words} row={row} requirements={requirements} /></td>
    </tr>
  );
}

function Head({ words, order, onOrder }) {
  const column = (name) => {
    const mine = order.column === name;
    const Arrow = order.down ? ArrowUp : ArrowDown;
    return (
      <th key={name} aria-sort={mine ? (order.down ? 'descending' : 'ascending') : 'none'}>
        <button type="button" className="bole-sort" aria-label={fill(words.sort, { column: words[name] })} onClick={() => onOrder({ column: name, down: mine && !order.down })}>
          {words[name]}
          {mine && <Arrow aria-hidden />}
        </button>
      </th>
    );
  };
  return (
    <thead>
      <tr>
        <th />
        {column('rank')}
        {column('candidate')}
        {column('score')}
        <th>{words.decision}</th>
        {column('must')}
        <th>{words.ratings}</th>
      </tr>
    </thead>
  );
}

/** How many candidates have which score, as bars with their numbers. */
function Distribution({ words, rows }) {
  const bins = Array.from({ length: BINS }, (_, at) => ({ low: at + 1, high: at + 2, n: 0 }));
  for (const row of rows) bins[Math.min(BINS - 1, Math.floor(row.score) - 1)].n += 1;
  const most = Math.max(1, ...bins.map((bin) => bin.n));
  return (
    <figure className="bole-plot" data-testid="distribution">
      <figcaption className="bole-heading">{words.distribution}</figcaption>
      <div className="bole-columns">
        {bins.map((bin) => (
          <div key={bin.low} title={fill(words.scoreIs, bin)}>
            <span className="bole-quiet">{bin.n || ''}</span>
            <span className="bole-column" style={{ height: `${(100 * bin.n) / most}%` }} />
            <span className="bole-quiet">{bin.low}</span>
            <span className="bole-hidden">{fill(words.scoreIs, bin)}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}

/** For every requirement, must-haves first, how many meet it, partly or not; the first until all are asked for. */
function Coverage({ words, rows, requirements }) {
  const [all, setAll] = useState(requirements.length <= COVERAGE_SHOWN + 1);
  const sorted = [...requirements].sort((one, other) => other.must - one.must);
  return (
    <figure className="bole-plot" data-testid="coverage">
      <figcaption className="bole-heading">{words.coverage}</figcaption>
      <ul>
        {(all ? sorted : sorted.slice(0, COVERAGE_SHOWN)).map((requirement) => {
          const count = (verdict) => rows.filter((row) => row.verdicts[requirement.id] === verdict).length;
          const met = count('met');
          const partial = count('partial');
          const share = (n) => `${rows.length ? (100 * n) / rows.length : 0}%`;
          const said = fill(words.coverageOf, { text: requirement.text, met, partial, rest: rows.length - met - partial });
          return (
            <li key={requirement.id} title={said}>
              <span className="bole-coverage-text">{requirement.text}</span>
              <span className="bole-coverage-bar" aria-hidden>
                <span data-tone="met" style={{ width: share(met) }} />
                <span data-tone="partial" style={{ width: share(partial) }} />
              </span>
              <span className="bole-hidden">{said}</span>
              <span className="bole-quiet" aria-hidden>{met}</span>
            </li>
          );
        })}
      </ul>
      {!all && <button type="button" className="bole-text-button" onClick={() => setAll(true)}>{fill(words.allRequirements, { n: requirements.length })}</button>}
    </figure>
  );
}

function Weights({ words, list, action, onList }) {
  const own = useMemo(
    () => Object.fromEntries(list.requirements.map((r) => [r.id, { weight: r.weight, must: r.must }])),
    [list.version, list.requirements.length],
  );
  const [set, setSet] = useState(own);
  useEffect(() => setSet(own), [own]);
  const change = (id, part) => setSet({ ...set, [id]: { ...set[id], ...part } });
  const apply = async () => {
    const weights = Object.fromEntries(Object.entries(set).map(([id, one]) => [id, one.weight]));
    const musts = Object.fromEntries(Object.entries(set).map(([id, one]) => [id, one.must]));
    onList(await action.run('batch_weigh', { batch: list.batch, weights, musts }));
  };
  return (
    <details className="bole-weights" data-testid="weights">
      <summary><Scale aria-hidden />{words.weights}{list.version > 0 && <span className="bole-number">{fill(words.version, { n: list.version })}</span>}</summary>
      <p className="bole-quiet">{words.weightsWhy}</p>
      <ul>
        {list.requirements.map((requirement) => {
          const one = set[requirement.id] ?? own[requirement.id];
          return (
            <li key={requirement.id}>
              <span>{requirement.text}</span>
              <label className="bole-quiet">
                <input type="checkbox" checked={one.must} onChange={(event) => change(requirement.id, { must: event.target.checked })} />
                {words.mustHave}
              </label>
              <input
                type="range"
                min="0"
                max="10"
                step="0.5"
                value={one.weight}
                aria-label={fill(words.weight, requirement)}
                onChange={(event) => change(requirement.id, { weight: Number(event.target.value) })}
              />
              <output>{one.weight}</output>
            </li>
          );
        })}
      </ul>
      <button type="button" className="bole-button bole-primary" data-testid="apply-weights" aria-busy={action.running === 'batch_weigh'} disabled={Boolean(action.running)} onClick={apply}>
        {action.running === 'batch_weigh' && <LoaderCircle className="bole-spin" aria-hidden />}
        {words.apply}
      </button>
    </details>
  );
}

function Moves({ words, list, action, onList }) {
  const texts = Object.fromEntries(list.requirements.map((r) => [r.id, r.text]));
  const names = (ids) => ids.map((id) => texts[id] ?? id).join(words.and);
  const undo = async () => onList(await action.run('batch_undo', { batch: list.batch }));
  if (!list.version) return null;
  return (
    <div className="bole-moves" data-testid="moves">
      <p>
        {list.said && <b>{list.said} · </b>}
        {fill(words.version, { n: list.version })}
        {list.moves.length > 0 && ` · ${fill(words.movesHead, { n: list.moves.length })}`}
        <button type="button" className="bole-text-button" data-testid="undo-weights" disabled={Boolean(action.running)} onClick={undo}>
          <Undo2 aria-hidden />
          {words.undo}
        </button>
      </p>
      {list.unrated > 0 && <p className="bole-quiet">{fill(words.unrated, { n: list.unrated })}</p>}
      <ul className="bole-quiet">
        {list.moves.slice(0, MOVES_SHOWN).map((move) => (
          <li key={move.ordinal} data-testid="move">
            {fill(words.move, { ...move, score: move.score.toFixed(1), score_before: move.score_before.toFixed(1) })}
            {move.missing.length > 0
              ? ` · ${fill(words.missing, { names: names(move.missing) })}`
              : move.because.length > 0 && ` · ${fill(words.because, { names: names(move.because) })}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether the side panel lies over the conversation, as it does where Chainlit takes the window for a telephone. */
const covers = () => window.innerWidth < 768;

const kept = (globalThis.boleElements ??= {});
const Shortlist = (kept.Shortlist ??= function Shortlist({ callAction, ...props }) {
  const words = WORDS[props.language] ?? WORDS.en;
  const [list, setList] = useState(props);
  const [filter, setFilter] = useState({ typed: '', decision: '', musts: false, flagged: false });
  const [order, setOrder] = useState({ column: 'rank', down: false });
  const [chosen, setChosen] = useState([]);
  const [shown, setShown] = useState(PAGE);
  const action = useAction(callAction, words.failed);
  const pushed = `${props.batch}|${props.version}|${props.rows.length}|${props.open}`;
  useEffect(() => setList(props), [pushed]);
  useEffect(() => {
    // The same list may stand in the chat and in the side panel: both show the newest weights.
    const listen = ({ detail }) => detail.batch === props.batch && setList((mine) => (detail.version > mine.version ? detail : mine));
    window.addEventListener('bole-list', listen);
    return () => window.removeEventListener('bole-list', listen);
  }, [props.batch]);
  useEffect(() => {
    window.dispatchEvent(new CustomEvent('bole-list', { detail: list }));
  }, [list.version]);
  useEffect(() => {
    if (!list.open) return undefined;
    const timer = setTimeout(async () => {
      const answer = await action.run('batch_list', { batch: list.batch });
      if (answer && !answer.error) setList({ ...answer, moves: list.moves });
    }, 3000);
    return () => clearTimeout(timer);
  }, [list]);
  const onList = (answer) => answer && !answer.error && setList(answer);
  const rows = sorted(list.rows.filter((row) => passes(row, filter)), order);
  const choose = (ordinal) => setChosen(chosen.includes(ordinal) ? chosen.filter((one) => one !== ordinal) : [...chosen, ordinal]);
  return (
    <section className="bole bole-box bole-shortlist" lang={props.language === 'zh' ? 'zh-CN' : 'en'} aria-label={fill(words.label, list)} data-testid="shortlist">
      <header>
        <h3 className="bole-title">{list.name}</h3>
        <p className="bole-quiet">
          {list.posting ? fill(words.for, list.posting) : words.best} · {fill(words.people, { n: list.rows.length })}
          {list.open > 0 && ` · ${fill(words.more, { n: list.open })}`}
        </p>
      </header>
      <Moves words={words} list={list} action={action} onList={onList} />
      {list.requirements.length > 0 && <Weights words={words} list={list} action={action} onList={onList} />}
      <div className="bole-plots">
        <Distribution words={words} rows={list.rows} />
        {list.requirements.length > 0 && <Coverage words={words} rows={list.rows} requirements={list.requirements} />}
      </div>
      <Filters words={words} filter={filter} onFilter={setFilter} />
      {chosen.length > 1 && (
        <button type="button" className="bole-button" data-testid="compare" disabled={Boolean(action.running) || chosen.length > 5} onClick={() => action.run('batch_compare', { batch: list.batch, ordinals: chosen, covered: covers() })}>
          {fill(words.compare, { n: chosen.length })}
        </button>
      )}
      <div className="bole-table-frame">
        <table>
          <Head words={words} order={order} onOrder={setOrder} />
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <Row
                key={row.ordinal}
                words={words}
                row={row}
                requirements={list.requirements}
                chosen={chosen.includes(row.ordinal)}
                onChoose={() => choose(row.ordinal)}
                onCard={() => action.run('batch_card', { batch: list.batch, ordinal: row.ordinal, covered: covers() })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="bole-quiet">{list.rows.length ? words.nobody : words.none}</p>}
      {rows.length > shown && (
        <button type="button" className="bole-button" onClick={() => setShown(shown + PAGE)}>
          {fill(words.showMore, { n: Math.min(PAGE, rows.length - shown) })}
        </button>
      )}
      <p role="status" className="bole-failed">{action.error}</p>
    </section>
  );
});

export default <Shortlist {...props} callAction={callAction} />;
