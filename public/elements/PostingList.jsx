// The postings of the library, or those just added: searched, opened, edited, checked, closed, removed; and a draft,
// which becomes one of them where it stands once it is saved.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { Archive, ArchiveRestore, ChevronRight, CircleCheck, CircleDashed, LoaderCircle, Pencil, Save, SpellCheck, Trash2, TriangleAlert, UserSearch } from 'lucide-react';
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
    draft: '岗位草稿',
    byRules: '由规则撰写（未使用语言模型）',
    byModel: '由语言模型撰写',
    savePosting: '保存岗位',
    titleFirst: '请先在首行写上岗位名称。',
    toFill: '{n} 处{blank}',
    toCheck: '{n} 处{mark}，是您没有给出的数字',
    refused: '可能构成歧视，没有写入：',
    leftOut: '{n} 条涉及公司、待遇或歧视，没有写入',
    comma: '、',
    added: '已加入岗位库，从现在起简历会与它匹配。',
    alreadyKnown: '岗位库里已有，没有重复添加。',
    openAgain: '岗位库里已有，原已关闭，现在重新开放。',
    check: '检查措辞',
    checkOf: '检查“{title}”的措辞',
    checked: '措辞检查',
    clean: '没有发现含糊、歧视或矛盾的措辞。',
    stale: '下面是修改之前的检查结果。',
    line: '第 {n} 行',
    byModelFound: '语言模型发现',
    askModel: '再请语言模型检查',
    space: '',
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
    draft: 'Draft of a posting',
    byRules: 'Written by rules, without a language model',
    byModel: 'Written by a language model',
    savePosting: 'Save posting',
    titleFirst: 'Please write the job’s title in the first line.',
    toFill: '{blank}: {n}',
    toCheck: '{mark}: {n}, figures that you did not give',
    refused: 'May discriminate and was not taken over: ',
    leftOut: 'Left out: {n}, on the company, on pay or discriminatory',
    comma: ', ',
    added: 'Added to the library. Resumes are matched with it from now on.',
    alreadyKnown: 'Already in the library. It was not added twice.',
    openAgain: 'Already in the library. It was closed and is open again.',
    check: 'Check wording',
    checkOf: 'Check the wording of “{title}”',
    checked: 'Wording check',
    clean: 'Nothing vague, discriminatory or contradictory was found.',
    stale: 'These findings are about the text before your changes.',
    line: 'Line {n}',
    byModelFound: 'found by the model',
    askModel: 'Have the language model check too',
    space: ' ',
  },
};

const PAGE = 20;
const TONES = { discriminatory: 'not_met', vague: 'partial', contradictory: 'partial' };
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

function PostingText({ words, text, most = 18, onText, ...rest }) {
  return (
    <textarea
      aria-label={words.wording}
      rows={Math.min(most, Math.max(6, text.split('\n').length + 1))}
      value={text}
      onChange={(event) => onText(event.target.value)}
      {...rest}
    />
  );
}

function BusyButton({ icon: Icon, busy, children, ...rest }) {
  return (
    <button type="button" className="bole-button" aria-busy={busy} {...rest}>
      {busy ? <LoaderCircle className="bole-spin" aria-hidden /> : Icon && <Icon aria-hidden />}
      {children}
    </button>
  );
}

function Editor({ words, row, busy, onSave, onCancel }) {
  const [text, setText] = useState(row.text);
  return (
    <div className="bole-posting-editor">
      <PostingText words={words} text={text} onText={setText} autoFocus onKeyDown={(event) => event.key === 'Escape' && onCancel()} />
      <p className="bole-quiet">{words.editHint}</p>
      <div className="bole-library-buttons">
        <BusyButton busy={busy} disabled={busy || !text.trim() || text === row.text} onClick={() => onSave(text)}>
          {words.save}
        </BusyButton>
        <button type="button" className="bole-button" disabled={busy} onClick={onCancel}>{words.cancel}</button>
      </div>
    </div>
  );
}

/** What to look at in a posting's wording: the words, why, and what to write instead. */
function Wording({ words, wording, stale, action, onModel }) {
  const busy = Boolean(action.running);
  return (
    <div className="bole-wording" role="group" aria-label={words.checked} data-testid="wording">
      {stale && <p className="bole-quiet">{words.stale}</p>}
      {wording.findings.length === 0 && (
        <p className="bole-wording-clean"><CircleCheck aria-hidden />{words.clean}</p>
      )}
      <ul>
        {wording.findings.map((one, number) => (
          <li key={`${one.line} ${one.words} ${one.topic} ${number}`} data-testid="finding" data-kind={one.kind}>
            <p className="bole-wording-place">
              <span className="bole-chip" data-tone={TONES[one.kind]}>{one.head}</span>
              <q>{one.words}</q>
              <span className="bole-quiet">{fill(words.line, { n: one.line })}</span>
              {one.found_by === 'model' && <span className="bole-label">{words.byModelFound}</span>}
            </p>
            <p>{[one.reason, one.suggestion].join(words.space)}</p>
          </li>
        ))}
      </ul>
      {wording.model && (
        <div className="bole-library-buttons">
          <BusyButton icon={SpellCheck} busy={action.running === 'check_wording'} disabled={busy} onClick={onModel}>
            {words.askModel}
          </BusyButton>
        </div>
      )}
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

function Buttons({ words, row, action, part, onPart, onCheck, onState }) {
  const busy = Boolean(action.running);
  const open = row.state === 'open';
  return (
    <span className="bole-library-buttons">
      <BusyButton
        icon={UserSearch}
        aria-label={fill(words.findFor, row)}
        busy={action.running === 'find_candidates'}
        disabled={busy}
        onClick={() => action.run('find_candidates', { posting: row.posting })}
      >
        {words.find}
      </BusyButton>
      <IconButton
        icon={Pencil}
        label={fill(words.editOf, row)}
        title={words.edit}
        busy={busy}
        aria-expanded={part === 'edit'}
        onClick={() => onPart('edit')}
      />
      <IconButton
        icon={SpellCheck}
        label={fill(words.checkOf, row)}
        title={words.check}
        busy={busy}
        aria-expanded={part === 'check'}
        onClick={onCheck}
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

function Row({ row, words, language, outcome, alone, callAction, onRow }) {
  const [open, setOpen] = useState(alone);
  const [part, setPart] = useState('');
  const [wording, setWording] = useState(null);
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
  const check = async (by) => {
    const found = await action.run('check_wording', { posting, language, by });
    if (!found) return;
    setWording(found);
    setPart('check');
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
            onCheck={() => (part === 'check' ? setPart('') : check('rules'))}
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
      {part === 'check' && !row.gone && (
        <Wording words={words} wording={wording} action={action} onModel={() => check('model')} />
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

function Listed({ language, view, ids, outcomes, rows, total, note, callAction }) {
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
        {note && <p role="status" className="bole-quiet bole-postings-note">{note}</p>}
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
            language={language}
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
}

/** What a person should look at in a draft, counted as they write. */
function Remarks({ words, draft, text }) {
  const blanks = text.split(draft.blank).length - 1;
  const marks = text.split(draft.mark).length - 1;
  const remarks = [
    blanks > 0 && fill(words.toFill, { n: blanks, blank: draft.blank }),
    marks > 0 && fill(words.toCheck, { n: marks, mark: draft.mark }),
    draft.left_out > 0 && fill(words.leftOut, { n: draft.left_out }),
  ].filter(Boolean);
  if (remarks.length + draft.refused.length === 0) return null;
  return (
    <ul className="bole-draft-remarks" data-testid="draft-remarks">
      {remarks.map((remark) => <li key={remark}><TriangleAlert aria-hidden />{remark}</li>)}
      {draft.refused.length > 0 && (
        <li>
          <TriangleAlert aria-hidden />
          <span>
            {words.refused}
            {draft.refused.map((one, n) => <span key={one}>{n > 0 && words.comma}<q>{one}</q></span>)}
          </span>
        </li>
      )}
    </ul>
  );
}

const OUTCOMES = { added: 'added', known: 'alreadyKnown', reopened: 'openAgain' };

/** A draft that is edited here, with the check of its wording beneath. */
function Draft({ language, draft, wording, callAction }) {
  const words = WORDS[language] ?? WORDS.en;
  const [text, setText] = useState(draft.text);
  const [checked, setChecked] = useState({ text: draft.text, wording });
  const [saved, setSaved] = useState(null);
  const action = useAction(callAction, words.failed);
  const busy = Boolean(action.running);
  const [first] = text.trim().split('\n');
  const untitled = !first || first.includes(draft.blank);
  const check = async (by) => {
    const found = await action.run('check_wording', { text, language, by });
    if (found) setChecked({ text, wording: found });
  };
  const save = async () => setSaved(await action.run('save_posting', { text }));
  if (saved) {
    const note = words[OUTCOMES[saved.outcomes[saved.ids[0]]]];
    return <Listed language={language} note={note} callAction={callAction} {...saved} />;
  }
  return (
    <section
      className="bole bole-box bole-postings bole-draft"
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={words.draft}
      aria-busy={busy}
      data-testid="posting-draft"
    >
      <header>
        <h3 className="bole-heading">{words.draft}</h3>
        <span className="bole-label" data-testid="draft-by">{draft.by === 'model' ? words.byModel : words.byRules}</span>
      </header>
      <div className="bole-posting-editor">
        <PostingText words={words} text={text} most={28} onText={setText} readOnly={action.running === 'save_posting'} />
        <Remarks words={words} draft={draft} text={text} />
        <div className="bole-library-buttons">
          <BusyButton
            icon={Save}
            data-primary
            busy={action.running === 'save_posting'}
            disabled={busy || untitled}
            title={untitled ? words.titleFirst : undefined}
            onClick={save}
          >
            {words.savePosting}
          </BusyButton>
          <BusyButton icon={SpellCheck} busy={action.running === 'check_wording'} disabled={busy || !text.trim()} onClick={() => check('rules')}>
            {words.check}
          </BusyButton>
          {untitled && <span className="bole-quiet">{words.titleFirst}</span>}
        </div>
        <p role="status" className="bole-failed">{action.error}</p>
      </div>
      <Wording words={words} wording={checked.wording} stale={checked.text !== text} action={action} onModel={() => check('model')} />
    </section>
  );
}

const kept = (globalThis.boleElements ??= {});
const PostingList = (kept.PostingList ??= function PostingList(shown) {
  return shown.view === 'draft' ? <Draft {...shown} /> : <Listed {...shown} />;
});

export default <PostingList {...props} callAction={callAction} />;
