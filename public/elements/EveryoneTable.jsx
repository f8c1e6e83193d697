// One row for each candidate of a question that concerns everyone; its references open the resume at the lines.
import { useState } from 'react';

const WORDS = {
  zh: {
    heading: '每位候选人的结论',
    yes: '是',
    partly: '部分',
    no: '否',
    not_stated: '未提及',
    none: '没有结果',
    unproven: '没有指出依据，请核对',
    unheld: '所引行里没有：{numbers}',
    show: '查看{candidate}简历第 {lines} 行，第 {page} 页',
    open: '打开{candidate}的简历',
    failed: '没有成功，请重试。',
  },
  en: {
    heading: 'The verdict on each candidate',
    yes: 'Yes',
    partly: 'Partly',
    no: 'No',
    not_stated: 'Not stated',
    none: 'No result',
    unproven: 'No line given, please check',
    unheld: 'Not in these lines: {numbers}',
    show: 'Show {lines} of {candidate}’s resume, page {page}',
    open: 'Open {candidate}’s resume',
    failed: 'That did not work. Please try again.',
  },
};

const TONES = { yes: 'met', partly: 'partial', no: 'not_met' };

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
const lineNumbers = ({ first_line, last_line }) =>
  last_line > first_line ? `L${first_line}–${last_line}` : `L${first_line}`;

function Reference({ source, words, onShow }) {
  const lines = lineNumbers(source);
  return (
    <button
      type="button"
      className="bole-line"
      data-testid="evidence"
      title={source.quote}
      aria-label={fill(words.show, { ...source, lines })}
      onClick={() => onShow(source)}
    >
      <b>{lines}</b>
    </button>
  );
}

function Row({ row, words, onShow }) {
  const doubts = [row.unproven && words.unproven, row.unheld.length && fill(words.unheld, { numbers: row.unheld.join(', ') })];
  return (
    <tr data-testid="everyone-row" data-verdict={row.verdict ?? 'none'}>
      <th scope="row">
        <button
          type="button"
          className="bole-text-button"
          aria-label={fill(words.open, row)}
          onClick={() => onShow({ resume_sha: row.resume_sha, first_line: 0, last_line: 0 })}
        >
          {row.candidate}
        </button>
      </th>
      <td className="bole-everyone-verdict">
        <span className="bole-chip" data-tone={TONES[row.verdict]}>{words[row.verdict ?? 'none']}</span>
      </td>
      <td className="bole-everyone-why">
        {row.sentence}{' '}
        {row.sources.map((source, index) => <Reference key={index} source={source} words={words} onShow={onShow} />)}
        {doubts.filter(Boolean).map((doubt) => <p key={doubt} className="bole-failed">⚠ {doubt}</p>)}
      </td>
    </tr>
  );
}

const kept = (globalThis.boleElements ??= {});
const EveryoneTable = (kept.EveryoneTable ??= function EveryoneTable({ language, rows, callAction }) {
  const words = WORDS[language] ?? WORDS.en;
  const [error, setError] = useState('');
  const show = async ({ resume_sha, first_line, last_line }) => {
    setError('');
    try {
      const answer = await callAction({ name: 'show_lines', payload: { resume: resume_sha, first_line, last_line } });
      setError(answer?.response?.error ?? '');
    } catch {
      setError(words.failed);
    }
  };
  return (
    <section className="bole" lang={language === 'zh' ? 'zh-CN' : 'en'} aria-label={words.heading}>
      <table className="bole-everyone bole-box" data-testid="everyone">
        <tbody>
          {rows.map((row) => <Row key={row.resume_sha} row={row} words={words} onShow={show} />)}
        </tbody>
      </table>
      <p role="status" className="bole-failed">{error}</p>
    </section>
  );
});

export default <EveryoneTable {...props} callAction={callAction} />;
