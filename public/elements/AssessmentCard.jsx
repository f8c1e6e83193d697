// One resume against one posting: the scorecard, every claim with the lines it rests on.
// The component is kept on globalThis because Chainlit evaluates this file again at every update:
// a new function would be a new component, and filters and focus would be lost while it is being written.
import {
  ChevronDown,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleStop,
  CircleX,
  Contrast,
  Download,
  FileText,
  LoaderCircle,
  MessageSquareText,
  TriangleAlert,
} from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useRecoilValue } from 'recoil';

import { loadingState } from '@chainlit/react-client';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';

const WORDS = {
  zh: {
    card: '评分卡：{candidate}，{posting}',
    against: '岗位',
    page: '{n} 页',
    pages: '{n} 页',
    lines: '{n} 行',
    ocr: '文字识别所得',
    mixed: '部分由文字识别所得',
    hidden: '发现 {n} 处隐藏文字，未计入评估',
    hiddenOne: '发现 1 处隐藏文字，未计入评估',
    hiddenShow: '查看',
    hiddenHide: '收起',
    hiddenHead: '以下文字在页面上看不见，评估没有看到它们',
    hiddenMore: '另有 {n} 处未列出。',
    hiddenPlace: '第 {n} 页',
    withheld: '有 {n} 行像是写给程序看的指令，没有交给语言模型',
    withheldOne: '有 1 行像是写给程序看的指令，没有交给语言模型',
    suspicious: '有 {n} 行像是写给程序看的指令，已按普通文字处理',
    suspiciousOne: '有 1 行像是写给程序看的指令，已按普通文字处理',
    gapsLabel: '经历之间的空档',
    gap: '{start} 至 {end}，{n} 个月',
    outOf: '/ 10',
    score: '得分',
    byRules: '规则评估',
    byModel: '语言模型评估',
    byRulesWhy: '由规则逐项判断要求，程序计算得分；未使用语言模型',
    byModelWhy: '由语言模型逐项判断要求，程序计算得分',
    modelScore: '模型自评 {n}',
    spread: '{n} 次评估：{low} 至 {high}',
    spreadSame: '{n} 次评估均为 {low}',
    interview: '面试建议',
    strong_yes: '强烈推荐',
    yes: '推荐',
    maybe: '待定',
    no: '不推荐',
    requirements: '要求',
    all: '全部',
    met: '满足',
    partial: '部分满足',
    not_met: '不满足',
    not_stated: '未提及',
    must: '必备',
    nice: '加分',
    weight: '权重 {n}',
    showAll: '显示全部 {n} 项',
    showFewer: '收起',
    noneOfThese: '没有这一类要求。',
    strengths: '优势',
    gaps: '差距',
    noStrengths: '没有找到有简历原文支持的优势。',
    noGaps: '没有发现差距。',
    unsupported: '未经原文支持',
    unsupportedWhy: '所引的行里找不到：{what}',
    blocking: '关键',
    major: '较大',
    minor: '较小',
    focus: '面试重点',
    flags: '请留意',
    line: '查看简历第 {lines} 行，第 {page} 页',
    otherPosting: '评估其他岗位',
    similarity: '相似度 {n}',
    interviewKit: '面试提纲',
    export: '导出',
    exportMd: 'Markdown（.md）',
    exportDocx: 'Word（.docx）',
    writing: '正在评估',
    elapsed: '已用 {n} 秒',
    quiet: '模型暂时没有写出新内容。可以继续等，也可以按停止按钮。',
    stoppedTitle: '已停止，未产生评分。',
    failedTitle: '评估没有完成，未产生评分。',
    again: '重试',
    byRulesInstead: '改用规则评估',
    colon: '：',
    comma: '、',
    space: '',
    actionFailed: '没有成功，请重试。',
  },
  en: {
    card: 'Scorecard: {candidate}, {posting}',
    against: 'Posting',
    page: '{n} page',
    pages: '{n} pages',
    lines: '{n} lines',
    ocr: 'read by text recognition',
    mixed: 'partly read by text recognition',
    hidden: 'Hidden text found in {n} places; it was left out of the assessment',
    hiddenOne: 'Hidden text found in one place; it was left out of the assessment',
    hiddenShow: 'Show',
    hiddenHide: 'Hide',
    hiddenHead: 'These texts cannot be seen on the page; the assessment did not see them',
    hiddenMore: '{n} more are not listed.',
    hiddenPlace: 'page {n}',
    withheld: '{n} lines read like instructions to software; the language model did not see them',
    withheldOne: 'One line reads like an instruction to software; the language model did not see it',
    suspicious: '{n} lines read like instructions to software; they were treated as plain text',
    suspiciousOne: 'One line reads like an instruction to software; it was treated as plain text',
    gapsLabel: 'Between positions',
    gap: '{start} to {end}, {n} months',
    outOf: '/ 10',
    score: 'Score',
    byRules: 'Assessed by rules',
    byModel: 'Assessed by a language model',
    byRulesWhy: 'Rules rated each requirement and code computed the score; no language model took part',
    byModelWhy: 'A language model rated each requirement and code computed the score',
    modelScore: 'Model’s own score {n}',
    spread: '{n} samples: {low} to {high}',
    spreadSame: '{n} samples, all {low}',
    interview: 'Interview',
    strong_yes: 'Strong yes',
    yes: 'Yes',
    maybe: 'Maybe',
    no: 'No',
    requirements: 'Requirements',
    all: 'All',
    met: 'Met',
    partial: 'Partial',
    not_met: 'Not met',
    not_stated: 'Not stated',
    must: 'Must',
    nice: 'Nice',
    weight: 'weight {n}',
    showAll: 'Show all {n}',
    showFewer: 'Show fewer',
    noneOfThese: 'No requirement of this kind.',
    strengths: 'Strengths',
    gaps: 'Gaps',
    noStrengths: 'No strength found that the resume itself supports.',
    noGaps: 'No gaps found.',
    unsupported: 'Not supported by the lines',
    unsupportedWhy: 'Not in its lines: {what}',
    blocking: 'Blocking',
    major: 'Major',
    minor: 'Minor',
    focus: 'Interview focus',
    flags: 'Please note',
    line: 'Show {lines} of the resume, page {page}',
    otherPosting: 'Other posting',
    similarity: 'similarity {n}',
    interviewKit: 'Interview kit',
    export: 'Export',
    exportMd: 'Markdown (.md)',
    exportDocx: 'Word (.docx)',
    writing: 'Assessing',
    elapsed: '{n} seconds so far',
    quiet: 'The model has written nothing new for a while. You can keep waiting, or press the stop button.',
    stoppedTitle: 'Stopped; nothing was scored.',
    failedTitle: 'The assessment was not completed; nothing was scored.',
    again: 'Try again',
    byRulesInstead: 'Assess by rules instead',
    colon: ': ',
    comma: ', ',
    space: ' ',
    actionFailed: 'That did not work. Please try again.',
  },
};

const VERDICTS = { met: CircleCheck, partial: Contrast, not_met: CircleX, not_stated: CircleDashed };
const DECISIONS = {
  strong_yes: ['met', CircleCheck],
  yes: ['met', CircleCheck],
  maybe: ['partial', Contrast],
  no: ['not_met', CircleX],
};
const SEVERITIES = { blocking: ['not_met', CircleX], major: ['partial', TriangleAlert], minor: ['not_stated', CircleAlert] };
const SHOWN_AT_FIRST = 8;
const SECONDS_SHOWN_FROM = 5;
const QUIET_FROM = 15;
const CUT_OFF_AFTER = 5000; // milliseconds: coming back, a page is without its stop button for a moment

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
/** A quote on one line; Chinese is joined without a space. */
const oneLine = (quote) => quote.replace(/(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])/g, '').replace(/\s*\n\s*/g, ' ');
/** Commands stand between backticks in messages that are also read in a terminal. */
const withCommands = (text) =>
  text.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part));
const lineNumbers = ({ first_line, last_line }) =>
  last_line > first_line ? `L${first_line}–${last_line}` : `L${first_line}`;

/** Runs one action at a time; says which is running and what went wrong. */
function useAction(callAction, failed) {
  const [running, setRunning] = useState('');
  const [error, setError] = useState('');
  const run = async (key, name, payload) => {
    setRunning(key);
    setError('');
    try {
      const answer = await callAction({ name, payload });
      setError(answer?.response?.error ?? '');
    } catch {
      setError(failed);
    }
    setRunning('');
  };
  return { running, error, run };
}

function Chip({ tone, icon: Icon, children }) {
  return (
    <span className="bole-chip" data-tone={tone}>
      <Icon aria-hidden />
      {children}
    </span>
  );
}

/** A claim with the mark it carries where its lines do not support it. */
function Claim({ text, unsupported, words, quiet }) {
  if (!text) return null;
  return (
    <p className={quiet ? 'bole-quiet' : undefined}>
      {text}{' '}
      {unsupported?.length > 0 && (
        <span data-testid="unsupported" title={fill(words.unsupportedWhy, { what: unsupported.join(words.comma) })}>
          <Chip tone="partial" icon={TriangleAlert}>{words.unsupported}</Chip>
        </span>
      )}
    </p>
  );
}

function EvidenceList({ evidence, words, onShow }) {
  if (!evidence?.length) return null;
  return (
    <div className="bole-lines">
      {evidence.map((lines, index) => (
        <button
          key={index}
          type="button"
          className="bole-line"
          data-testid="evidence"
          data-first-line={lines.first_line}
          data-last-line={lines.last_line}
          title={fill(words.line, { lines: lineNumbers(lines), page: lines.page })}
          onClick={() => onShow(lines)}
        >
          <b>{lineNumbers(lines)}</b>
          <q>{oneLine(lines.quote)}</q>
        </button>
      ))}
    </div>
  );
}

function Header({ words, candidate, file, posting, read }) {
  const facts = [
    file !== candidate && <span className="bole-file">{file}</span>,
    read?.pages && fill(read.pages > 1 ? words.pages : words.page, { n: read.pages }),
    read?.lines && fill(words.lines, { n: read.lines }),
    read?.source === 'ocr' && words.ocr,
    read?.source === 'mixed' && words.mixed,
  ].filter(Boolean);
  return (
    <header>
      <h3 className="bole-title">{candidate}</h3>
      <p>
        <span className="bole-quiet">{words.against} </span>
        {posting?.title}
      </p>
      <p className="bole-card-sheet bole-quiet">
        {facts.map((fact, index) => <span key={index}>{fact}</span>)}
      </p>
      {read?.gaps?.length > 0 && (
        <p className="bole-card-sheet bole-quiet" data-testid="gaps">
          <span>{words.gapsLabel}</span>
          {read.gaps.map((gap) => (
            <span key={gap.start}>{fill(words.gap, { start: gap.start, end: gap.end, n: gap.months })}</span>
          ))}
        </p>
      )}
    </header>
  );
}

function Score({ words, assessment }) {
  const score = assessment.score;
  return (
    <div className="bole-score">
      <div className="bole-score-number">
        <span className="bole-hidden">{words.score}</span>
        <strong data-testid="score">{score.toFixed(1)}</strong>
        <span className="bole-quiet">{words.outOf}</span>
      </div>
      <div className="bole-bar" aria-hidden>
        <span style={{ width: `${score * 10}%` }} />
      </div>
      {typeof assessment.model_score === 'number' && (
        <span className="bole-quiet">{fill(words.modelScore, { n: assessment.model_score.toFixed(1) })}</span>
      )}
      {assessment.sample_scores?.length > 1 && (
        <span className="bole-quiet" data-testid="spread">{spreadOf(assessment.sample_scores, words)}</span>
      )}
    </div>
  );
}

/** How far several samples of the same case lie apart. */
function spreadOf(scores, words) {
  const [low, high] = [Math.min(...scores), Math.max(...scores)].map((score) => score.toFixed(1));
  return fill(low === high ? words.spreadSame : words.spread, { n: scores.length, low, high });
}

function Decision({ words, assessment }) {
  const recommendation = assessment.recommendation;
  const byModel = assessment.assessed_by === 'model';
  const [tone, icon] = DECISIONS[recommendation?.decision] ?? [];
  return (
    <div className="bole-decision">
      <div className="bole-decision-line">
        {tone && (
          <Chip tone={tone} icon={icon}>
            {words.interview}{words.colon}{words[recommendation.decision]}
          </Chip>
        )}
        {assessment.assessed_by && (
          <span className="bole-label" title={byModel ? words.byModelWhy : words.byRulesWhy} data-testid="assessed-by">
            {byModel ? words.byModel : words.byRules}
          </span>
        )}
      </div>
      {recommendation && <p>{recommendation.reason}</p>}
    </div>
  );
}

function Note({ tone, children }) {
  return (
    <li className="bole-note" data-tone={tone}>
      <TriangleAlert aria-hidden />
      <div>{children}</div>
    </li>
  );
}

/** How many places, and on demand the texts themselves: strangers' words, set apart and never run. */
function HiddenTexts({ words, count, texts }) {
  const [open, setOpen] = useState(false);
  const listId = useId();
  return (
    <Note>
      {count === 1 ? words.hiddenOne : fill(words.hidden, { n: count })}{' '}
      <button
        type="button"
        className="bole-note-button"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        data-testid="hidden-show"
        onClick={() => setOpen(!open)}
      >
        {open ? words.hiddenHide : words.hiddenShow}
        <ChevronDown aria-hidden />
      </button>
      {open && (
        <div id={listId} className="bole-unseen" data-testid="hidden-list">
          <p className="bole-quiet">{words.hiddenHead}</p>
          <ul>
            {texts.map(({ page, why, text }, index) => (
              <li key={index} data-testid="hidden-text">
                <span className="bole-quiet">
                  {fill(words.hiddenPlace, { n: page })} · {why}
                </span>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
          {count > texts.length && <p className="bole-quiet">{fill(words.hiddenMore, { n: count - texts.length })}</p>}
        </div>
      )}
    </Note>
  );
}

function SuspiciousLines({ words, lines, byRules, onShow }) {
  const [one, many] = byRules ? [words.suspiciousOne, words.suspicious] : [words.withheldOne, words.withheld];
  return (
    <Note>
      {lines.length === 1 ? one : fill(many, { n: lines.length })}
      <ul className="bole-suspicious" data-testid="suspicious">
        {lines.map((line) => (
          <li key={line.first_line}>
            <span>{line.why}</span>
            <EvidenceList evidence={[line]} words={words} onShow={onShow} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

function Notes({ words, assessment, read, onShow }) {
  const told = [
    ...(read?.warnings ?? []),
    ...(assessment.flags ?? []),
  ].filter(Boolean);
  const suspicious = read?.suspicious ?? [];
  if (!read?.hidden && !suspicious.length && !told.length) return null;
  return (
    <ul className="bole-notes">
      {read?.hidden > 0 && <HiddenTexts words={words} count={read.hidden} texts={read.hidden_texts ?? []} />}
      {suspicious.length > 0 && (
        <SuspiciousLines
          words={words}
          lines={suspicious}
          byRules={assessment.assessed_by === 'rules'}
          onShow={onShow}
        />
      )}
      {told.map((note, index) => <Note key={index}>{note}</Note>)}
    </ul>
  );
}

/** How many requirements carry each verdict; each count also filters the list. */
function Tally({ words, ratings, chosen, onChoose }) {
  const present = Object.keys(VERDICTS).filter((verdict) => ratings.some((rating) => rating.verdict === verdict));
  return (
    <div className="bole-tally" role="group" aria-label={words.requirements}>
      {present.map((verdict) => {
        const Icon = VERDICTS[verdict];
        const pressed = chosen === verdict;
        return (
          <button
            key={verdict}
            type="button"
            className="bole-chip"
            data-tone={verdict}
            aria-pressed={pressed}
            onClick={() => onChoose(pressed ? '' : verdict)}
          >
            <Icon aria-hidden />
            {words[verdict]} {ratings.filter((rating) => rating.verdict === verdict).length}
          </button>
        );
      })}
    </div>
  );
}

function Requirement({ rating, words, onShow }) {
  return (
    <li className="bole-requirement" data-testid="requirement" data-verdict={rating.verdict}>
      <div className="bole-requirement-text">
        <span
          className="bole-necessity"
          data-must={rating.necessity === 'must'}
          title={fill(words.weight, { n: rating.weight })}
        >
          {words[rating.necessity]}
        </span>
        <span>{rating.text}</span>
      </div>
      <Chip tone={rating.verdict} icon={VERDICTS[rating.verdict] ?? CircleDashed}>{words[rating.verdict]}</Chip>
      <div className="bole-requirement-body">
        <Claim text={rating.comment} unsupported={rating.unsupported} words={words} quiet />
        <EvidenceList evidence={rating.evidence} words={words} onShow={onShow} />
      </div>
    </li>
  );
}

function Requirements({ ratings, words, onShow }) {
  const [chosen, setChosen] = useState('');
  const [whole, setWhole] = useState(false);
  const fitting = ratings.filter((rating) => !chosen || rating.verdict === chosen);
  const shown = whole ? fitting : fitting.slice(0, SHOWN_AT_FIRST);
  return (
    <section>
      <div className="bole-section-head">
        <h4 className="bole-heading">
          {words.requirements}
          <span className="bole-number">{ratings.length}</span>
        </h4>
        <Tally words={words} ratings={ratings} chosen={chosen} onChoose={setChosen} />
      </div>
      <ul>
        {shown.map((rating) => (
          <Requirement key={rating.requirement} rating={rating} words={words} onShow={onShow} />
        ))}
      </ul>
      {fitting.length === 0 && <p className="bole-quiet">{words.noneOfThese}</p>}
      {fitting.length > SHOWN_AT_FIRST && (
        <button type="button" className="bole-text-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? words.showFewer : fill(words.showAll, { n: fitting.length })}
        </button>
      )}
    </section>
  );
}

function Strengths({ strengths, words, writing, onShow }) {
  return (
    <div>
      <h4 className="bole-heading">{words.strengths}</h4>
      {strengths.length === 0 && !writing && <p className="bole-quiet">{words.noStrengths}</p>}
      <ul className="bole-points">
        {strengths.map((strength, index) => (
          <li key={index}>
            <Claim text={strength.claim} unsupported={strength.unsupported} words={words} />
            <EvidenceList evidence={strength.evidence} words={words} onShow={onShow} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Gaps({ gaps, words, writing }) {
  return (
    <div>
      <h4 className="bole-heading">{words.gaps}</h4>
      {gaps.length === 0 && !writing && <p className="bole-quiet">{words.noGaps}</p>}
      <ul className="bole-points">
        {gaps.map((gap, index) => {
          const [tone, icon] = SEVERITIES[gap.severity] ?? SEVERITIES.minor;
          return (
            <li key={index} className="bole-gap">
              <Chip tone={tone} icon={icon}>{words[gap.severity]}</Chip>
              <p>{gap.claim}</p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Busy({ busy, icon: Icon }) {
  return busy ? <LoaderCircle className="bole-spin" aria-hidden /> : <Icon aria-hidden />;
}

function Menu({ label, name, icon, busy, disabled, choices }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <button type="button" className="bole-button" data-testid={name} aria-busy={busy} disabled={disabled}>
          <Busy busy={busy} icon={icon} />
          {label}
          <ChevronDown aria-hidden />
        </button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        {choices.map((choice) => (
          <DropdownMenuItem key={choice.key} onSelect={choice.run} data-testid={`${name}-${choice.key}`}>
            <span>{choice.label}</span>
            {choice.note && <span className="bole-quiet" style={{ marginLeft: 'auto', paddingLeft: 24 }}>{choice.note}</span>}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Buttons({ words, resume, posting, others, action }) {
  const disabled = Boolean(action.running);
  const kit = action.running === 'kit';
  const exportAs = (format) => () => action.run('export', 'export', { resume, posting: posting.id, format });
  return (
    <footer>
      {others.length > 0 && (
        <Menu
          label={words.otherPosting}
          name="other-posting"
          icon={FileText}
          busy={action.running === 'assess'}
          disabled={disabled}
          choices={others.map((other) => ({
            key: other.posting,
            label: other.title,
            note: other.similarity === undefined ? '' : fill(words.similarity, { n: other.similarity.toFixed(4) }),
            run: () => action.run('assess', 'assess', { resume, posting: other.posting }),
          }))}
        />
      )}
      <button
        type="button"
        className="bole-button"
        data-testid="interview-kit"
        aria-busy={kit}
        disabled={disabled}
        onClick={() => action.run('kit', 'interview_kit', { resume, posting: posting.id })}
      >
        <Busy busy={kit} icon={MessageSquareText} />
        {words.interviewKit}
      </button>
      <Menu
        label={words.export}
        name="export"
        icon={Download}
        busy={action.running === 'export'}
        disabled={disabled}
        choices={[
          { key: 'docx', label: words.exportDocx, run: exportAs('docx') },
          { key: 'md', label: words.exportMd, run: exportAs('md') },
        ]}
      />
    </footer>
  );
}

/** Seconds since the writing began, and since something new was written. */
function useWaiting(assessment) {
  const [began] = useState(() => Date.now());
  const [last, setLast] = useState(began);
  const [now, setNow] = useState(began);
  useEffect(() => setLast(Date.now()), [assessment]);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(clock);
  }, []);
  return { elapsed: Math.floor((now - began) / 1000), quiet: Math.floor((now - last) / 1000) };
}

/** Whether nothing is at work any more for a card that is being written: the chat was ended meanwhile, or started anew. */
function useCutOff(writing) {
  const atWork = useRecoilValue(loadingState);
  const [cutOff, setCutOff] = useState(false);
  useEffect(() => {
    setCutOff(false);
    if (!writing || atWork) return undefined;
    const clock = setTimeout(() => setCutOff(true), CUT_OFF_AFTER);
    return () => clearTimeout(clock);
  }, [writing, atWork]);
  return cutOff;
}

/** Stands where text is still being written, and tells that time passes. */
function Writing({ words, assessment }) {
  const { elapsed, quiet } = useWaiting(assessment);
  return (
    <section aria-hidden style={{ display: 'grid', gap: 10 }}>
      <div className="bole-decision-line bole-quiet">
        <LoaderCircle className="bole-spin" width={15} height={15} />
        {words.writing}
        {elapsed >= SECONDS_SHOWN_FROM && <span data-testid="elapsed">{fill(words.elapsed, { n: elapsed })}</span>}
      </div>
      {quiet >= QUIET_FROM && <p className="bole-quiet" data-testid="quiet">{words.quiet}</p>}
      {['88%', '72%', '80%'].map((width) => <div key={width} className="bole-skeleton" style={{ width }} />)}
    </section>
  );
}

/** Why there is no assessment, and what can be done: the same again, or rules. */
function Failed({ words, stopped, error, action, onAssess }) {
  const Icon = stopped ? CircleStop : CircleX;
  return (
    <section role="alert">
      <p className="bole-note" data-tone={stopped ? 'not_stated' : 'not_met'}>
        <Icon aria-hidden />
        <span>{stopped ? words.stoppedTitle : withCommands([words.failedTitle, error?.message, error?.advice].filter(Boolean).join(words.space))}</span>
      </p>
      <div className="bole-decision-line" style={{ marginTop: 12 }}>
        {[['again', undefined], ['byRulesInstead', 'rules']].map(([word, by]) => (
          <button
            key={word}
            type="button"
            className="bole-button"
            aria-busy={action.running === word}
            disabled={Boolean(action.running)}
            onClick={() => onAssess(word, by)}
          >
            {action.running === word && <LoaderCircle className="bole-spin" aria-hidden />}
            {words[word]}
          </button>
        ))}
      </div>
    </section>
  );
}

function Verdict({ words, assessment, read, onShow }) {
  const scored = typeof assessment.score === 'number';
  return (
    <section className="bole-verdict">
      {scored && <Score words={words} assessment={assessment} />}
      {scored && <Decision words={words} assessment={assessment} />}
      {assessment.fit && <p className="bole-fit">{assessment.fit}</p>}
      <Notes words={words} assessment={assessment} read={read} onShow={onShow} />
    </section>
  );
}

function Points({ words, assessment, writing, onShow }) {
  const strengths = assessment.strengths ?? [];
  const gaps = assessment.gaps ?? [];
  // “None found” may be said only once everything has been written.
  if (writing && strengths.length + gaps.length === 0) return null;
  return (
    <section className="bole-two">
      <Strengths strengths={strengths} words={words} writing={writing} onShow={onShow} />
      <Gaps gaps={gaps} words={words} writing={writing} />
    </section>
  );
}

function InterviewFocus({ words, focus }) {
  return (
    <section>
      <h4 className="bole-heading">{words.focus}</h4>
      <ol className="bole-questions">
        {focus.map((question, index) => <li key={index}><span>{question}</span></li>)}
      </ol>
    </section>
  );
}

const kept = (globalThis.boleElements ??= {});
const AssessmentCard = (kept.AssessmentCard ??= function AssessmentCard(props) {
  const { language, resume, candidate, file, posting, read, others, error, callAction } = props;
  const cutOff = useCutOff(props.status === 'writing');
  const status = cutOff ? 'stopped' : props.status;
  const words = WORDS[language] ?? WORDS.en;
  const assessment = props.assessment ?? {};
  const writing = status === 'writing';
  const stopped = status === 'stopped';
  const failed = status === 'failed' || stopped;
  const action = useAction(callAction, words.actionFailed);
  const opening = useAction(callAction, words.actionFailed);
  const show = ({ first_line, last_line }) =>
    opening.run('lines', 'show_lines', { resume, first_line, last_line });
  const whole = useRef(null);
  useEffect(() => {
    if (props.opened) whole.current.scrollIntoView({ block: 'start' }); // asked for from a list, which may be far above
  }, []);
  const begun = assessment.fit || typeof assessment.score === 'number';
  return (
    <article
      ref={whole}
      className="bole bole-box bole-card"
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      data-testid="assessment-card"
      data-status={status}
      aria-busy={writing}
      aria-label={fill(words.card, { candidate, posting: posting?.title })}
    >
      <Header words={words} candidate={candidate} file={file} posting={posting} read={read} />
      {failed && (
        <Failed
          words={words}
          stopped={stopped}
          error={error}
          action={action}
          onAssess={(word, by) => action.run(word, 'assess', { resume, posting: posting.id, by })}
        />
      )}
      {!failed && begun && <Verdict words={words} assessment={assessment} read={read} onShow={show} />}
      {!failed && assessment.ratings?.length > 0 && (
        <Requirements ratings={assessment.ratings} words={words} onShow={show} />
      )}
      {!failed && <Points words={words} assessment={assessment} writing={writing} onShow={show} />}
      {!failed && assessment.interview_focus?.length > 0 && (
        <InterviewFocus words={words} focus={assessment.interview_focus} />
      )}
      {writing && <Writing words={words} assessment={props.assessment} />}
      {status === 'done' && (
        <Buttons words={words} resume={resume} posting={posting} others={others ?? []} action={action} />
      )}
      <p role="status" className="bole-failed">{writing ? <span className="bole-hidden">{words.writing}</span> : action.error || opening.error}</p>
    </article>
  );
});

export default <AssessmentCard {...props} callAction={callAction} />;
