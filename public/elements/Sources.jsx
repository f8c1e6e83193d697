// The lines an answer rests on, as small references under it.
import { useState } from 'react';

const WORDS = {
  zh: {
    heading: '证据',
    show: '查看{candidate}简历第 {lines} 行，第 {page} 页',
    failed: '没有成功，请重试。',
  },
  en: {
    heading: 'Evidence',
    show: 'Show {lines} of {candidate}’s resume, page {page}',
    failed: 'That did not work. Please try again.',
  },
};

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
/** A quote on one line; Chinese is joined without a space. */
const oneLine = (quote) => quote.replace(/(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])/g, '').replace(/\s*\n\s*/g, ' ');
const lineNumbers = ({ first_line, last_line }) =>
  last_line > first_line ? `L${first_line}–${last_line}` : `L${first_line}`;

/** `number` is the one that the answer's text cites it by. */
function Source({ number, source, words, named, onShow }) {
  const label = fill(words.show, { ...source, lines: lineNumbers(source) });
  return (
    <li style={{ maxWidth: '100%' }}>
      <button type="button" className="bole-line" data-testid="evidence" title={label} onClick={onShow}>
        <b>[{number}] {named ? `${source.candidate} ` : ''}{lineNumbers(source)}</b>
        <q>{oneLine(source.quote)}</q>
      </button>
    </li>
  );
}

const kept = (globalThis.boleElements ??= {});
const Sources = (kept.Sources ??= function Sources({ language, sources, callAction }) {
  const words = WORDS[language] ?? WORDS.en;
  const [error, setError] = useState('');
  const several = new Set(sources.map((source) => source.resume)).size > 1;
  const show = async ({ resume, first_line, last_line }) => {
    setError('');
    try {
      const answer = await callAction({ name: 'show_lines', payload: { resume, first_line, last_line } });
      setError(answer?.response?.error ?? '');
    } catch {
      setError(words.failed);
    }
  };
  if (!sources.length) return null;
  return (
    <section className="bole" lang={language === 'zh' ? 'zh-CN' : 'en'} aria-label={words.heading} data-testid="sources">
      <ul className="bole-lines">
        {sources.map((source, index) => (
          <Source key={index} number={index + 1} source={source} words={words} named={several} onShow={() => show(source)} />
        ))}
      </ul>
      <p role="status" className="bole-failed">{error}</p>
    </section>
  );
});

export default <Sources {...props} callAction={callAction} />;
