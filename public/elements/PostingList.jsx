// The postings of the library, or those just added: searched, opened, edited, closed, removed.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { Archive, ArchiveRestore, ChevronRight, CircleCheck, CircleDashed, LoaderCircle, Pencil, Trash2, UserSearch } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';

const WORDS = {
  zh: {
    library: '岗位库',
    taken: '这次的岗位',
    search: '搜索岗位',
    searchHint: '搜索标题、编号或正文',
    filter: '按状态筛选',
    all: '全部',
    open: '开放',
    closed: '已关闭',
    known: '库里已有',
    reopened: '重新开放',
    counts: '{n} 条要求，其中必备 {must} 条',
    must: '必备',
    nice: '加分',
    toMust: '改为必备：{text}',
    toNice: '改为加分：{text}',
    find: '找候选人',
    findFor: '找适合“{title}”的候选人',
    edit: '编辑',
    editOf: '编辑“{title}”',
    close: '关闭',
    closeOf: '关闭“{title}”，不再参与匹配',
    reopen: '重新开放',
    reopenOf: '重新开放“{title}”',
    remove: '移除',
    removeOf: '从岗位库移除“{title}”',
    wording: '岗位正文',
    editHint: '首行是标题。保存后会重新读出要求，手动改过的必备与加分也会重读。',
    save: '保存',
    cancel: '取消',
    sure: '从岗位库移除？已有的评估会保留。只是暂停招聘的话，关闭即可。',
    yes: '确认移除',
    no: '保留',
    gone: '已移除',
    more: '再显示 {n} 个',
    nothing: '没有符合的岗位。',
    empty: '岗位库是空的。把招聘信息粘贴到对话里即可添加。',
    failed: '没有成功，请重试。',
  },
  en: {
    library: 'Postings',
    taken: 'The postings you gave',
    search: 'Search postings',
    searchHint: 'Search titles, ids and texts',
    filter: 'Filter by state',
    all: 'All',
    open: 'Open',
    closed: 'Closed',
    known: 'Known already',
    reopened: 'Open again',
    counts: 'Requirements: {n}, must-haves: {must}',
    must: 'Must',
    nice: 'Nice',
    toMust: 'Make it a must-have: {text}',
    toNice: 'Make it a nice-to-have: {text}',
    find: 'Find candidates',
    findFor: 'Find candidates for “{title}”',
    edit: 'Edit',
    editOf: 'Edit “{title}”',
    close: 'Close',
    closeOf: 'Close “{title}”, so that it is matched no more',
    reopen: 'Reopen',
    reopenOf: 'Reopen “{title}”',
    remove: 'Remove',
    removeOf: 'Remove “{title}” from the library',
    wording: 'Text of the posting',
    editHint: 'The first line is the title. Saving reads the requirements again, also those set to must or nice by hand.',
    save: 'Save',
    cancel: 'Cancel',
    sure: 'Remove it from the library? Assessments stay. To pause hiring, closing it is enough.',
    yes: 'Remove it',
    no: 'Keep it',
    gone: 'Removed',
    more: 'Show {n} more',
    nothing: 'No posting fits.',
    empty: 'The library holds no postings yet. Paste one into the chat to add it.',
    failed: 'That did not work. Please try again.',
  },
};

const PAGE = 20;
const TYPING_ENDS = 300; // milliseconds without a key after which the words are searched

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
    return response?.error ? null : response;
  };
  return { running, error, run };
}

/** The rows on show and how to get others; an answer that comes after a newer question is dropped. */
function usePages(first, action) {
  const [asked, setAsked] = useState({ query: '', state: 'all' });
  const [list, setList] = useState(first);
  const latest = useRef(0);
  const wanted = first.ids ? { ids: first.ids } : asked;
  const ask = async (question, offset) => {
    const number = ++latest.current;
    const answer = await action.run('postings_page', { ...question, offset });
    return number === latest.current ? answer : null;
  };
  const search = async (question) => {
    setAsked(question);
    const answer = await ask(question, 0);
    if (answer) setList({ ...answer, passed: answer.rows.length });
  };
  const more = async () => {
    const answer = await ask(wanted, list.passed);
    if (!answer) return;
    const known = new Set(list.rows.map((row) => row.posting));
    const fresh = answer.rows.filter((row) => !known.has(row.posting));
    setList({ rows: [...list.rows, ...fresh], total: answer.total, passed: list.passed + PAGE });
  };
  /** A row as it is now; one that left what is listed moves those behind it up by one on the server. */
  const replace = (row, left) =>
    setList((now) => ({
      ...now,
      rows: now.rows.map((one) => (one.posting === row.posting ? row : one)),
      total: now.total - (left ? 1 : 0),
      passed: now.passed - (left ? 1 : 0),
    }));
  return { asked, list, search, more, replace };
}

function Search({ words, asked, onSearch }) {
  const [typed, setTyped] = useState(asked.query);
  const timer = useRef(0);
  const search = (question) => {
    clearTimeout(timer.current);
    onSearch(question);
  };
  const type = (query) => {
    setTyped(query);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch({ ...asked, query }), TYPING_ENDS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className="bole-postings-search">
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.searchHint}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && search({ ...asked, query: typed })}
      />
      <div className="bole-tally" role="group" aria-label={words.filter}>
        {['all', 'open', 'closed'].map((state) => (
          <button
            key={state}
            type="button"
            className="bole-chip"
            aria-pressed={asked.state === state}
            onClick={() => search({ query: typed, state })}
          >
            {words[state]}
          </button>
        ))}
      </div>
    </div>
  );
}

function Requirements({ id, words, row, busy, onToggle }) {
  return (
    <ul id={id} className="bole-posting-requirements">
      {row.requirements.map((asked) => {
        const other = asked.necessity === 'must' ? 'nice' : 'must';
        const label = fill(other === 'must' ? words.toMust : words.toNice, asked);
        return (
          <li key={asked.id} data-testid="requirement">
            <button
              type="button"
              className="bole-chip"
              data-testid="necessity"
              data-must={asked.necessity === 'must'}
              aria-label={`${words[asked.necessity]} · ${label}`}
              title={label}
              disabled={busy}
              onClick={() => onToggle(asked.id, other)}
            >
              {words[asked.necessity]}
            </button>
            <span>{asked.text}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Editor({ words, row, busy, onSave, onCancel }) {
  const [text, setText] = useState(row.text);
  const area = useRef(null);
  useEffect(() => area.current?.focus(), []);
  return (
    <div className="bole-posting-editor">
      <textarea
        ref={area}
        aria-label={words.wording}
        rows={Math.min(18, Math.max(6, text.split('\n').length + 1))}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <p className="bole-quiet">{words.editHint}</p>
      <div className="bole-library-buttons">
        <button
          type="button"
          className="bole-button"
          aria-busy={busy}
          disabled={busy || !text.trim() || text === row.text}
          onClick={() => onSave(text)}
        >
          {busy && <LoaderCircle className="bole-spin" aria-hidden />}
          {words.save}
        </button>
        <button type="button" className="bole-button" disabled={busy} onClick={onCancel}>{words.cancel}</button>
      </div>
    </div>
  );
}

/** Asks before it removes; the focus goes to the harmless answer. */
function Removal({ words, busy, onYes, onNo }) {
  const keep = useRef(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className="bole-library-sure" role="group" aria-label={words.sure} data-testid="removal">
      <p>{words.sure}</p>
      <button type="button" className="bole-button bole-library-yes" disabled={busy} onClick={onYes}>{words.yes}</button>
      <button type="button" className="bole-button" ref={keep} disabled={busy} onClick={onNo}>{words.no}</button>
    </div>
  );
}

function IconButton({ icon: Icon, label, title, busy, ...rest }) {
  return (
    <button type="button" className="bole-button bole-button-icon" aria-label={label} title={title} disabled={busy} {...rest}>
      <Icon aria-hidden />
    </button>
  );
}

function Buttons({ words, row, action, part, onPart, onState }) {
  const busy = Boolean(action.running);
  const open = row.state === 'open';
  return (
    <span className="bole-library-buttons">
      <button
        type="button"
        className="bole-button"
        aria-label={fill(words.findFor, row)}
        aria-busy={action.running === 'find_candidates'}
        disabled={busy}
        onClick={() => action.run('find_candidates', { posting: row.posting })}
      >
        {action.running === 'find_candidates' ? <LoaderCircle className="bole-spin" aria-hidden /> : <UserSearch aria-hidden />}
        {words.find}
      </button>
      <IconButton
        icon={Pencil}
        label={fill(words.editOf, row)}
        title={words.edit}
        busy={busy}
        aria-expanded={part === 'edit'}
        onClick={() => onPart('edit')}
      />
      <IconButton
        icon={open ? Archive : ArchiveRestore}
        label={fill(open ? words.closeOf : words.reopenOf, row)}
        title={open ? words.close : words.reopen}
        busy={busy}
        onClick={onState}
      />
      <IconButton
        icon={Trash2}
        label={fill(words.removeOf, row)}
        title={words.remove}
        busy={busy}
        aria-expanded={part === 'remove'}
        onClick={() => onPart('remove')}
      />
    </span>
  );
}

function State({ words, row, outcome }) {
  const open = row.state === 'open';
  const Mark = open ? CircleCheck : CircleDashed;
  return (
    <>
      <span className="bole-chip" data-testid="posting-state" data-tone={open ? 'met' : 'below'}>
        <Mark aria-hidden />
        {open ? words.open : words.closed}
      </span>
      {(outcome === 'known' || outcome === 'reopened') && <span className="bole-label">{words[outcome]}</span>}
    </>
  );
}

function Row({ row, words, outcome, alone, callAction, onRow }) {
  const [open, setOpen] = useState(alone);
  const [part, setPart] = useState('');
  const action = useAction(callAction, words.failed);
  const listId = useId();
  const { posting, requirements } = row;
  const must = requirements.filter((asked) => asked.necessity === 'must').length;
  const change = async (name, rest = {}) => {
    const answer = await action.run(name, { posting, ...rest });
    if (answer?.row) onRow(answer.row);
    if (answer?.removed) onRow({ ...row, gone: true });
    if (answer) setPart('');
  };
  return (
    <li className="bole-match bole-posting" data-testid="posting" data-posting={posting} data-state={row.state} data-gone={Boolean(row.gone)}>
      <div className="bole-library-row">
        <div>
          <button
            type="button"
            className="bole-match-title"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            onClick={() => setOpen(!open)}
          >
            <ChevronRight aria-hidden />
            <span>{row.title}</span>
          </button>
          <p className="bole-quiet bole-posting-facts">
            {!row.gone && <State words={words} row={row} outcome={outcome} />}
            <span>{fill(words.counts, { n: requirements.length, must })}</span>
          </p>
        </div>
        {row.gone ? (
          <span className="bole-chip bole-posting-gone">{words.gone}</span>
        ) : (
          <Buttons
            words={words}
            row={row}
            action={action}
            part={part}
            onPart={(chosen) => setPart(part === chosen ? '' : chosen)}
            onState={() => change(row.state === 'open' ? 'close_posting' : 'reopen_posting')}
          />
        )}
      </div>
      {part === 'remove' && (
        <Removal
          words={words}
          busy={Boolean(action.running)}
          onYes={() => change('remove_posting')}
          onNo={() => setPart('')}
        />
      )}
      {part === 'edit' && (
        <Editor
          words={words}
          row={row}
          busy={action.running === 'edit_posting'}
          onSave={(text) => change('edit_posting', { text })}
          onCancel={() => setPart('')}
        />
      )}
      <p role="status" className="bole-failed">{action.error}</p>
      {open && part !== 'edit' && (
        <Requirements
          id={listId}
          words={words}
          row={row}
          busy={Boolean(action.running) || row.gone}
          onToggle={(requirement, necessity) => change('toggle_requirement', { requirement, necessity })}
        />
      )}
    </li>
  );
}

const kept = (globalThis.boleElements ??= {});
const PostingList = (kept.PostingList ??= function PostingList({ language, view, ids, outcomes, rows, total, callAction }) {
  const words = WORDS[language] ?? WORDS.en;
  const action = useAction(callAction, words.failed);
  const { asked, list, search, more, replace } = usePages({ rows, total, ids, passed: rows.length }, action);
  const left = list.total - list.passed;
  const never = view === 'library' && !asked.query && asked.state === 'all';
  const replaced = (row) => {
    const before = list.rows.find((one) => one.posting === row.posting);
    const listed = (one) => !one.gone && (asked.state === 'all' || one.state === asked.state);
    replace(row, !ids && listed(before) && !listed(row));
  };
  return (
    <section
      className="bole bole-box bole-postings"
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={words[view]}
      aria-busy={Boolean(action.running)}
      data-testid={`postings-${view}`}
    >
      <header>
        <h3 className="bole-heading">
          {words[view]}
          <span className="bole-number" data-testid="postings-total">{list.total}</span>
        </h3>
        {view === 'library' && <Search words={words} asked={asked} onSearch={search} />}
      </header>
      {list.rows.length === 0 && (
        <p className="bole-match bole-posting bole-quiet">{never ? words.empty : words.nothing}</p>
      )}
      <ol>
        {list.rows.map((row) => (
          <Row
            key={row.posting}
            row={row}
            words={words}
            outcome={outcomes?.[row.posting]}
            alone={view === 'taken' && total === 1}
            callAction={callAction}
            onRow={replaced}
          />
        ))}
      </ol>
      {left > 0 && (
        <button
          type="button"
          className="bole-button bole-candidates-next"
          data-testid="next"
          disabled={Boolean(action.running)}
          onClick={more}
        >
          {fill(words.more, { n: Math.min(left, PAGE) })}
        </button>
      )}
      <p role="status" className="bole-failed bole-library-more">{action.error}</p>
    </section>
  );
});

export default <PostingList {...props} callAction={callAction} />;
