// Documents of the library: all of them, those just added, those found with their passages, those like another.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { FileText, Info, LoaderCircle, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

const WORDS = {
  zh: {
    list: '资料库',
    added: '已在资料库中',
    found: '资料库中的相关段落',
    similar: '相近的资料',
    about: '“{query}”',
    explain: '按综合相关度排序，数字为语义相似度（余弦值）',
    more: '仅列出最新的 {shown} 份，共 {total} 份。',
    pages: '{n} 页',
    addedOn: '{date} 收入',
    open: '打开',
    openLabel: '打开“{title}”',
    like: '相近资料',
    likeLabel: '与“{title}”相近的资料',
    remove: '移除',
    removeLabel: '从资料库移除“{title}”',
    sure: '从资料库移除？之后将不再检索到它。',
    yes: '确认移除',
    no: '保留',
    gone: '已移除',
    show: '打开第 {page} 页，第 {lines} 行',
    page: '第 {page} 页',
    similarity: '相似度',
    strong: '高度相关',
    notRead: '当前嵌入模型读不懂这段文字，按词语匹配',
    failed: '没有成功，请重试。',
  },
  en: {
    list: 'Library',
    added: 'In the library',
    found: 'Passages in the library',
    similar: 'Similar documents',
    about: '“{query}”',
    explain: 'Ordered by overall relevance; the number is semantic similarity (cosine)',
    more: 'The newest {shown} of {total} are listed.',
    pages: '{n} page(s)',
    addedOn: 'added {date}',
    open: 'Open',
    openLabel: 'Open “{title}”',
    like: 'Similar',
    likeLabel: 'Documents similar to “{title}”',
    remove: 'Remove',
    removeLabel: 'Remove “{title}” from the library',
    sure: 'Remove it from the library? Searches will no longer find it.',
    yes: 'Remove it',
    no: 'Keep it',
    gone: 'Removed',
    show: 'Open page {page}, lines {lines}',
    page: 'p. {page}',
    similarity: 'Similarity',
    strong: 'Strong match',
    notRead: 'The embedding model in use cannot read this text; it was found by its words',
    failed: 'That did not work. Please try again.',
  },
};

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
/** A passage on one line; Chinese is joined without a space. */
const oneLine = (text) => text.replace(/(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])/g, '').replace(/\s*\n\s*/g, ' ');
const span = ({ first_line, last_line }) => (last_line > first_line ? `${first_line}–${last_line}` : `${first_line}`);

/** Runs one action at a time; says which is running and what went wrong. */
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

function Similarity({ words, similarity, strong }) {
  if (similarity === 0) return <span className="bole-quiet" title={words.notRead}>—</span>;
  return (
    <span className="bole-library-similarity">
      {strong && <span className="bole-chip" data-tone="met" style={{ paddingLeft: 8 }}>{words.strong}</span>}
      <span>
        <span className="bole-hidden">{words.similarity} </span>
        {similarity.toFixed(4)}
      </span>
    </span>
  );
}

function Passages({ words, passages, onShow }) {
  return (
    <ul className="bole-library-passages">
      {passages.map((passage) => (
        <li key={passage.first_line}>
          <button
            type="button"
            className="bole-line bole-library-passage"
            data-testid="passage"
            data-page={passage.page}
            title={fill(words.show, { page: passage.page, lines: span(passage) })}
            onClick={() => onShow(passage)}
          >
            <b>{fill(words.page, passage)}</b>
            <q>{oneLine(passage.text)}</q>
          </button>
          <Similarity words={words} similarity={passage.similarity} />
        </li>
      ))}
    </ul>
  );
}

/** Asks before it removes; the focus goes to the harmless answer, and back to the button if nothing was removed. */
function Removal({ words, busy, onYes, onNo }) {
  const keep = useRef(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className="bole-library-sure" role="group" aria-label={words.sure} data-testid="removal">
      <p>{words.sure}</p>
      <button type="button" className="bole-button bole-library-yes" disabled={busy} onClick={onYes}>
        {busy && <LoaderCircle className="bole-spin" aria-hidden />}
        {words.yes}
      </button>
      <button type="button" className="bole-button" ref={keep} disabled={busy} onClick={onNo}>{words.no}</button>
    </div>
  );
}

function Buttons({ words, document, action, onOpen, onLike, onRemove, removing }) {
  const liking = action.running === `like ${document.id}`;
  return (
    <span className="bole-library-buttons">
      <button type="button" className="bole-button" aria-label={fill(words.openLabel, document)} onClick={onOpen}>
        <FileText aria-hidden />
        {words.open}
      </button>
      <button
        type="button"
        className="bole-button"
        aria-label={fill(words.likeLabel, document)}
        aria-busy={liking}
        disabled={Boolean(action.running)}
        onClick={onLike}
      >
        {liking && <LoaderCircle className="bole-spin" aria-hidden />}
        {words.like}
      </button>
      <button
        type="button"
        className="bole-button bole-button-icon"
        aria-label={fill(words.removeLabel, document)}
        title={words.remove}
        aria-expanded={removing}
        onClick={onRemove}
      >
        <Trash2 aria-hidden />
      </button>
    </span>
  );
}

function Document({ document, words, action }) {
  const [asking, setAsking] = useState(false);
  const [gone, setGone] = useState(false);
  const { id, title, file, pages, added_on, similarity, strong, passages = [], remarks = [] } = document;
  const show = ({ first_line, last_line }) =>
    action.run(`show ${id}`, 'show_document', { document: id, first_line, last_line });
  const remove = async () => {
    const answer = await action.run(`remove ${id}`, 'remove_document', { document: id });
    setGone(answer?.removed === id);
    setAsking(false);
  };
  return (
    <li className="bole-match bole-library-document" data-testid="document" data-document={id} data-gone={gone}>
      <div className="bole-library-row">
        <div>
          <p className="bole-library-title">{title}</p>
          <p className="bole-quiet bole-library-facts">
            <span className="bole-file">{file}</span>
            <span>{fill(words.pages, { n: pages })}</span>
            {similarity === undefined ? (
              <span>{fill(words.addedOn, { date: added_on })}</span>
            ) : (
              <Similarity words={words} similarity={similarity} strong={strong} />
            )}
          </p>
        </div>
        {gone ? (
          <span className="bole-chip">{words.gone}</span>
        ) : (
          <Buttons
            words={words}
            document={document}
            action={action}
            removing={asking}
            onOpen={() => show(passages[0] ?? { first_line: 0, last_line: 0 })}
            onLike={() => action.run(`like ${id}`, 'similar_documents', { document: id })}
            onRemove={() => setAsking(!asking)}
          />
        )}
      </div>
      {asking && !gone && (
        <Removal words={words} busy={Boolean(action.running)} onYes={remove} onNo={() => setAsking(false)} />
      )}
      {remarks.map((remark) => (
        <p key={remark} className="bole-note bole-library-remark">
          <Info aria-hidden />
          <span>{remark}</span>
        </p>
      ))}
      {!gone && passages.length > 0 && <Passages words={words} passages={passages} onShow={show} />}
    </li>
  );
}

const kept = (globalThis.boleElements ??= {});
const LibraryResults = (kept.LibraryResults ??= function LibraryResults({ language, view, query, documents, total, callAction }) {
  const words = WORDS[language] ?? WORDS.en;
  const action = useAction(callAction, words.failed);
  const ranked = view === 'found' || view === 'similar';
  return (
    <section
      className="bole bole-box bole-library"
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={words[view]}
      data-testid={`library-${view}`}
    >
      <header>
        <h3 className="bole-heading">
          {words[view]}
          <span className="bole-number">{query ? fill(words.about, { query }) : total}</span>
        </h3>
        {ranked && <p className="bole-quiet">{words.explain}</p>}
      </header>
      <ol>
        {documents.map((document) => (
          <Document key={document.id} document={document} words={words} action={action} />
        ))}
      </ol>
      {total > documents.length && (
        <p className="bole-quiet bole-library-more">{fill(words.more, { shown: documents.length, total })}</p>
      )}
      <p role="status" className="bole-failed bole-library-more">{action.error}</p>
    </section>
  );
});

export default <LibraryResults {...props} callAction={callAction} />;
