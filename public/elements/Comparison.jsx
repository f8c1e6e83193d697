// Two to five candidates side by side, requirement by requirement, with the lines each verdict rests on.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { CircleCheck, CircleDashed, CircleX, Contrast, Star } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

const WORDS = {
  zh: {
    label: '并排比较',
    requirement: '要求',
    score: '{n} 分',
    rank: '第 {n} 名',
    must: '必备',
    musts: '必备 {held}/{asked} 有依据',
    met: '满足',
    partial: '部分满足',
    not_met: '不满足',
    not_stated: '未提及',
    unrated: '还没有评',
    best: '此项最好',
    strong_yes: '强烈推荐',
    yes: '推荐',
    maybe: '待定',
    no: '不推荐',
    line: '查看{candidate}的简历第 {lines} 行',
    unsupported: '所引的行里找不到：{what}',
    failed: '没有成功，请重试。',
  },
  en: {
    label: 'Side by side',
    requirement: 'Requirement',
    score: '{n}',
    rank: 'rank {n}',
    must: 'Must',
    musts: 'must-haves shown {held}/{asked}',
    met: 'Met',
    partial: 'Partial',
    not_met: 'Not met',
    not_stated: 'Not stated',
    unrated: 'Not rated yet',
    best: 'Best here',
    strong_yes: 'Strong yes',
    yes: 'Yes',
    maybe: 'Maybe',
    no: 'No',
    line: 'Show {lines} of the resume of {candidate}',
    unsupported: 'Not in its lines: {what}',
    failed: 'That did not work. Please try again.',
  },
};

const VERDICTS = { met: CircleCheck, partial: Contrast, not_met: CircleX, not_stated: CircleDashed };
const TONES = { strong_yes: 'met', yes: 'met', maybe: 'partial', no: 'not_met' };

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
const lineNumbers = ({ first_line, last_line }) => (last_line > first_line ? `L${first_line}–${last_line}` : `L${first_line}`);

function Cell({ words, cell, column, onLine }) {
  const Mark = VERDICTS[cell.verdict] ?? CircleDashed;
  return (
    <td data-best={cell.best}>
      <span className="bole-chip" data-tone={cell.verdict ?? 'not_stated'}>
        <Mark aria-hidden />
        {words[cell.verdict] ?? words.unrated}
      </span>
      {cell.best && <Star className="bole-small-icon" aria-label={words.best}><title>{words.best}</title></Star>}
      {cell.comment && <p className="bole-quiet">{cell.comment}</p>}
      {cell.unsupported.length > 0 && <p className="bole-failed">{fill(words.unsupported, { what: cell.unsupported.join(' · ') })}</p>}
      {cell.evidence.map((evidence) => (
        <button
          key={evidence.first_line}
          type="button"
          className="bole-line"
          data-testid="evidence"
          data-first-line={evidence.first_line}
          data-last-line={evidence.last_line}
          aria-label={fill(words.line, { candidate: column.candidate, lines: lineNumbers(evidence) })}
          onClick={() => onLine(column, evidence)}
        >
          <b>{lineNumbers(evidence)}</b>
          <q>{evidence.quote}</q>
        </button>
      ))}
    </td>
  );
}

const kept = (globalThis.boleElements ??= {});
const Comparison = (kept.Comparison ??= function Comparison({ callAction, ...props }) {
  const words = WORDS[props.language] ?? WORDS.en;
  const [error, setError] = useState('');
  const whole = useRef(null);
  useEffect(() => whole.current.scrollIntoView({ block: 'start' }), []); // the page itself follows messages only
  const act = async (name, payload) => {
    setError('');
    try {
      setError((await callAction({ name, payload }))?.response?.error ?? '');
    } catch {
      setError(words.failed);
    }
  };
  const onLine = ({ resume }, { first_line, last_line }) => act('show_lines', { resume, first_line, last_line });
  return (
    <section ref={whole} className="bole bole-box bole-comparison" lang={props.language === 'zh' ? 'zh-CN' : 'en'} aria-label={words.label} data-testid="comparison">
      <h3 className="bole-title">{words.label}</h3>
      <div className="bole-table-frame">
        <table>
          <thead>
            <tr>
              <th>{words.requirement}</th>
              {props.columns.map((column) => (
                <th key={column.ordinal} data-testid="compared">
                  <span className="bole-compared-name">{column.candidate}</span>
                  <span className="bole-chip" data-tone={TONES[column.decision]}>
                    {fill(words.score, { n: column.score.toFixed(1) })} · {words[column.decision]}
                  </span>
                  <span className="bole-quiet">
                    {fill(words.rank, { n: column.rank })} · {fill(words.musts, { held: column.must_haves[0], asked: column.must_haves[1] })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.requirement}>
                <th scope="row">
                  {row.text}
                  {row.necessity === 'must' && <span className="bole-label">{words.must}</span>}
                </th>
                {row.cells.map((cell, at) => (
                  <Cell key={props.columns[at].ordinal} words={words} cell={cell} column={props.columns[at]} onLine={onLine} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" className="bole-failed">{error}</p>
    </section>
  );
});

export default <Comparison {...props} callAction={callAction} />;
