// A batch of resumes: what was received, how far the work is, what failed, and who leads so far.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { CircleAlert, CircleCheck, CircleDashed, CircleX, Copy, Contrast, Download, ListOrdered, LoaderCircle, Pause, Play, RotateCcw, Square } from 'lucide-react';
import { useEffect, useId, useState } from 'react';

import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';

const WORDS = {
  zh: {
    label: '批次：{name}',
    for: '岗位：{title}',
    best: '为每份简历找最合适的岗位',
    byRules: '规则评估',
    byModel: '语言模型评估',
    received: '接收',
    receivedN: '收到 {n} 份',
    copies: '其中 {n} 份与另一份内容相同，只评估一次',
    reading: '读取',
    readN: '已读取 {n} / {of}',
    assessing: '评估',
    assessedN: '已评估 {n} / {of}',
    failedN: '{n} 份失败',
    rate: '每分钟 {n} 份',
    left: '约剩 {time}',
    seconds: '{n} 秒',
    minutes: '{n} 分钟',
    hours: '{n} 小时',
    running: '进行中',
    paused: '已暂停',
    cancelled: '已取消，评估好的仍保留',
    done: '已完成',
    choosing: '请选择岗位',
    choose: '这批简历按哪个岗位评估？',
    bestEach: '每份简历最合适的岗位',
    start: '开始评估',
    pause: '暂停',
    goOn: '继续',
    cancel: '取消',
    retry: '重试失败的',
    failedHead: '失败的 {n} 份（没有评分）',
    failedMore: '另有 {n} 份未列出，导出的回执里全部都有。',
    copiesHead: '内容相同的 {n} 份',
    leading: '目前领先',
    leaders: '排名靠前',
    open: '完整名单（{n} 人）',
    must: '必备 {held}/{asked} 有依据',
    strong_yes: '强烈推荐',
    yes: '推荐',
    maybe: '待定',
    no: '不推荐',
    card: '打开{candidate}的评分卡',
    notes: '{n} 处请留意',
    export: '导出',
    xlsx: 'Excel（.xlsx）',
    csv: 'CSV',
    jsonl: 'JSON Lines',
    docx: '评分卡合集（Word）',
    failedAction: '没有成功，请重试。',
    colon: '：',
  },
  en: {
    label: 'Batch: {name}',
    for: 'Posting: {title}',
    best: 'The best posting for each resume',
    byRules: 'Assessed by rules',
    byModel: 'Assessed by a language model',
    received: 'Received',
    receivedN: '{n} received',
    copies: '{n} the same as another, assessed once',
    reading: 'Reading',
    readN: '{n} of {of} read',
    assessing: 'Assessing',
    assessedN: '{n} of {of} assessed',
    failedN: '{n} failed',
    rate: '{n} a minute',
    left: 'about {time} left',
    seconds: '{n} s',
    minutes: '{n} min',
    hours: '{n} h',
    running: 'Running',
    paused: 'Paused',
    cancelled: 'Cancelled; what was assessed is kept',
    done: 'Done',
    choosing: 'Choose a posting',
    choose: 'Which posting are these resumes for?',
    bestEach: 'The best posting for each resume',
    start: 'Start',
    pause: 'Pause',
    goOn: 'Go on',
    cancel: 'Cancel',
    retry: 'Retry the failed',
    failedHead: 'Failed: {n} (not scored)',
    failedMore: '{n} more are not listed here; the exported receipt has them all.',
    copiesHead: 'The same as another: {n}',
    leading: 'Leading so far',
    leaders: 'At the top',
    open: 'Whole shortlist ({n})',
    must: 'must-haves shown {held}/{asked}',
    strong_yes: 'Strong yes',
    yes: 'Yes',
    maybe: 'Maybe',
    no: 'No',
    card: 'Open the scorecard of {candidate}',
    notes: '{n} to look at',
    export: 'Export',
    xlsx: 'Excel (.xlsx)',
    csv: 'CSV',
    jsonl: 'JSON Lines',
    docx: 'All scorecards (Word)',
    failedAction: 'That did not work. Please try again.',
    colon: ': ',
  },
};

const DECISIONS = {
  strong_yes: ['met', CircleCheck],
  yes: ['met', CircleCheck],
  maybe: ['partial', Contrast],
  no: ['not_met', CircleX],
};
const FORMATS = ['xlsx', 'csv', 'jsonl', 'docx'];

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

function lasting(words, seconds) {
  if (seconds < 90) return fill(words.seconds, { n: seconds });
  return seconds < 5400
    ? fill(words.minutes, { n: Math.round(seconds / 60) })
    : fill(words.hours, { n: (seconds / 3600).toFixed(1) });
}

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

/** One task of the list: its mark, its name, how far it is. */
function Task({ name, state, said, share }) {
  const Mark = { done: CircleCheck, running: LoaderCircle, waiting: CircleDashed }[state];
  return (
    <li className="bole-task" data-state={state} data-testid="task">
      <Mark aria-hidden className={state === 'running' ? 'bole-spin' : undefined} />
      <span className="bole-task-name">{name}</span>
      <span className="bole-task-said">{said}</span>
      {share !== undefined && (
        <span className="bole-bar" aria-hidden>
          <span style={{ width: `${Math.round(100 * share)}%` }} />
        </span>
      )}
    </li>
  );
}

function Tasks({ words, board }) {
  const { received, read, assessed, failed, copies, open, per_minute, seconds_left } = board.progress;
  const wanted = received - copies;
  const told = read + failed;
  const moving = board.state === 'running';
  const state = (n) => (n >= wanted ? 'done' : moving ? 'running' : 'waiting');
  const speed = [
    per_minute && fill(words.rate, { n: per_minute }),
    seconds_left && fill(words.left, { time: lasting(words, seconds_left) }),
  ].filter(Boolean);
  return (
    <ol className="bole-tasks" aria-live="polite">
      <Task name={words.received} state="done" said={fill(words.receivedN, { n: received })} />
      <Task
        name={words.reading}
        state={state(told)}
        said={fill(words.readN, { n: read, of: wanted })}
        share={wanted ? told / wanted : 1}
      />
      <Task
        name={words.assessing}
        state={open ? state(assessed + failed) : 'done'}
        said={[fill(words.assessedN, { n: assessed, of: wanted }), failed > 0 && fill(words.failedN, { n: failed }), ...speed]
          .filter(Boolean)
          .join(' · ')}
        share={wanted ? (assessed + failed) / wanted : 1}
      />
    </ol>
  );
}

function Choice({ words, board, action, onBoard }) {
  const [posting, setPosting] = useState(board.postings?.[0]?.id ?? '');
  const id = useId();
  const start = async () => onBoard(await action.run('batch_choose', { batch: board.batch, posting }));
  return (
    <div className="bole-batch-choice" data-testid="choose-posting">
      <label htmlFor={id} className="bole-heading">{words.choose}</label>
      <select id={id} value={posting} onChange={(event) => setPosting(event.target.value)}>
        {(board.postings ?? []).map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}
        <option value="">{words.bestEach}</option>
      </select>
      <button type="button" className="bole-button bole-primary" aria-busy={action.running === 'batch_choose'} disabled={Boolean(action.running)} onClick={start}>
        <Play aria-hidden />
        {words.start}
      </button>
    </div>
  );
}

function Leader({ words, row, onCard }) {
  const [tone, Mark] = DECISIONS[row.decision];
  return (
    <li className="bole-leader" data-testid="leader">
      <span className="bole-rank">{row.rank}</span>
      <button type="button" className="bole-text-button bole-leader-name" aria-label={fill(words.card, row)} onClick={() => onCard(row.ordinal)}>
        {row.candidate}
      </button>
      <span className="bole-quiet">{fill(words.must, { held: row.must_held, asked: row.must_asked })}</span>
      <span className="bole-quiet" title={row.flags > 0 ? fill(words.notes, { n: row.flags }) : undefined}>
        {row.flags > 0 && <CircleAlert aria-hidden className="bole-small-icon" />}
        {row.flags > 0 && row.flags}
      </span>
      <span className="bole-chip" data-tone={tone}><Mark aria-hidden />{words[row.decision]}</span>
      <b className="bole-leader-score">{row.score.toFixed(1)}</b>
    </li>
  );
}

function Failed({ words, board }) {
  return (
    <details className="bole-batch-failed" data-testid="batch-failed">
      <summary><CircleX aria-hidden />{fill(words.failedHead, { n: board.progress.failed })}</summary>
      <ul className="bole-receipt-failed">
        {board.failed.map((failure, index) => (
          <li key={index} data-testid="failed-file">
            <CircleX aria-hidden />
            <div>
              <p className="bole-file">
                {failure.message.includes(failure.file) ? failure.message : `${failure.file}${words.colon}${failure.message}`}
              </p>
              <p className="bole-quiet">{failure.advice}</p>
            </div>
          </li>
        ))}
      </ul>
      {board.failed_more > 0 && <p className="bole-quiet">{fill(words.failedMore, { n: board.failed_more })}</p>}
    </details>
  );
}

function Controls({ words, board, action, onBoard }) {
  const { state, batch, progress } = board;
  const press = (name) => async () => onBoard(await action.run(name, { batch }));
  const button = (name, label, Icon) => (
    <button key={name} type="button" className="bole-button" data-testid={name} aria-busy={action.running === name} disabled={Boolean(action.running)} onClick={press(name)}>
      <Icon aria-hidden />
      {label}
    </button>
  );
  return (
    <div className="bole-batch-controls">
      {board.ranked > 0 && (
        <button type="button" className="bole-button bole-primary" data-testid="batch_open" onClick={() => action.run('batch_open', { batch })}>
          <ListOrdered aria-hidden />
          {fill(words.open, { n: board.ranked })}
        </button>
      )}
      {state === 'running' && button('batch_pause', words.pause, Pause)}
      {(state === 'paused' || state === 'cancelled') && progress.open > 0 && button('batch_go_on', words.goOn, Play)}
      {(state === 'running' || state === 'paused') && button('batch_cancel', words.cancel, Square)}
      {state !== 'running' && state !== 'choosing' && board.can_retry && button('batch_retry', words.retry, RotateCcw)}
      {board.ranked > 0 && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <button type="button" className="bole-button" data-testid="batch_export" disabled={Boolean(action.running)}>
              <Download aria-hidden />
              {words.export}
            </button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="start">
            {FORMATS.map((format) => (
              <DropdownMenuItem key={format} onSelect={() => action.run('batch_export', { batch, format })}>
                {words[format]}
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </div>
  );
}

const kept = (globalThis.boleElements ??= {});
const BatchBoard = (kept.BatchBoard ??= function BatchBoard({ callAction, ...props }) {
  const words = WORDS[props.language] ?? WORDS.en;
  const [answered, setAnswered] = useState(null);
  const action = useAction(callAction, words.failedAction);
  const pushed = JSON.stringify(props);
  useEffect(() => setAnswered(null), [pushed]); // what the server says later is newer than any answer
  const board = { ...props, ...answered };
  const onBoard = (answer) => answer && !answer.error && setAnswered(answer);
  useEffect(() => {
    // A page in the background shows nobody anything: it tells once somebody looks.
    if (board.state !== 'done') return undefined;
    const tell = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', tell);
      callAction({ name: 'batch_seen', payload: { batch: board.batch } }).catch(() => undefined); // told once more, no harm
    };
    document.addEventListener('visibilitychange', tell);
    tell();
    return () => document.removeEventListener('visibilitychange', tell);
  }, [board.state, board.batch]);
  return (
    <section
      className="bole bole-box bole-batch"
      lang={props.language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={fill(words.label, board)}
      data-testid="batch-board"
      data-state={board.state}
    >
      <header>
        <div>
          <h3 className="bole-title">{board.name}</h3>
          {board.state !== 'choosing' && (
            <p className="bole-quiet">{board.posting ? fill(words.for, board.posting) : words.best}</p>
          )}
        </div>
        <span className="bole-label">{board.assessed_by === 'model' ? words.byModel : words.byRules}</span>
        <span className="bole-chip" data-tone={board.state === 'done' ? 'met' : board.state === 'running' ? 'below' : 'partial'} data-testid="batch-state">
          {board.state === 'running' ? <LoaderCircle className="bole-spin" aria-hidden /> : board.state === 'done' ? <CircleCheck aria-hidden /> : <Pause aria-hidden />}
          {words[board.state]}
        </span>
      </header>
      {board.state === 'choosing' && <Choice words={words} board={board} action={action} onBoard={onBoard} />}
      <Tasks words={words} board={board} />
      {board.copies.length > 0 && (
        <details className="bole-batch-failed" data-testid="batch-copies">
          <summary><Copy aria-hidden />{fill(words.copies, { n: board.progress.copies })}</summary>
          <ul className="bole-batch-copies">{board.copies.map((file, index) => <li key={index} className="bole-file bole-quiet">{file}</li>)}</ul>
        </details>
      )}
      {board.progress.failed > 0 && <Failed words={words} board={board} />}
      {board.leading.length > 0 && (
        <>
          <h4 className="bole-heading">{board.state === 'done' ? words.leaders : words.leading}</h4>
          <ol className="bole-leaders">
            {board.leading.map((row) => (
              <Leader key={row.ordinal} words={words} row={row} onCard={(ordinal) => action.run('batch_card', { batch: board.batch, ordinal })} />
            ))}
          </ol>
        </>
      )}
      <Controls words={words} board={board} action={action} onBoard={onBoard} />
      <p role="status" className="bole-failed">{action.error}</p>
    </section>
  );
});

export default <BatchBoard {...props} callAction={callAction} />;
