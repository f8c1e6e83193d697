// A resume that may be a new version of one read before: what speaks for it, what leaves a doubt, and the choice.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { CircleCheck, Files, LoaderCircle, TriangleAlert, UserRound } from 'lucide-react';
import { useState } from 'react';

const WORDS = {
  zh: {
    label: '新版本确认',
    day: '{date}',
    today: '今天 {time} ',
    email: '邮箱相同',
    phone: '电话相同',
    text: '文字几乎相同',
    and: '、',
    may: '可能是{candidate}的新版本：与{date}读过的 {older} {grounds}。',
    changed: '比旧版多 {added} 行，少 {removed} 行。',
    unchanged: '行的内容与旧版相同。',
    name: '至少一份没有读出可比较的姓名，请先核对。',
    contacts: '两份的邮箱或电话不同，请先核对。',
    asVersion: '作为新版本',
    asAnother: '是另一个人',
    seeOlder: '查看旧版',
    version: '已作为新版本：旧版 {older} 不再参与匹配和提问，仍留在记录里。',
    another: '已记为另一个人，两份简历各自保留。',
    undo: '撤销',
    actionFailed: '没有成功，请重试。',
  },
  en: {
    label: 'New version?',
    day: 'on {date}',
    today: 'today at {time}',
    email: 'the same e-mail address',
    phone: 'the same telephone number',
    text: 'almost the same text',
    and: ' and ',
    may: 'This may be a new version of {candidate}’s resume: {older}, read {date}, has {grounds}.',
    changed: 'Compared with the older one, lines added: {added}, removed: {removed}.',
    unchanged: 'Its lines are those of the older one.',
    name: 'In one of them at least no comparable name was read: please check first.',
    contacts: 'Their e-mail addresses or telephone numbers differ: please check first.',
    asVersion: 'It is a new version',
    asAnother: 'It is another person',
    seeOlder: 'Show the older one',
    version: 'Kept as a new version: {older} no longer takes part in matching and questions; it stays on record.',
    another: 'Kept as another person; both resumes stand by themselves.',
    undo: 'Undo',
    actionFailed: 'That did not work. Please try again.',
  },
};

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

/** The day, or the time where it was today, as people of the language write it. */
function when(moment, language, words) {
  const date = new Date(moment);
  const said = (shape) => new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', shape).format(date);
  if (date.toDateString() === new Date().toDateString()) {
    return fill(words.today, { time: said({ hour: '2-digit', minute: '2-digit', hour12: false }) });
  }
  return fill(words.day, { date: said({ dateStyle: 'medium' }) });
}

function Button({ name, icon: Icon, action, disabled, onClick, children }) {
  const busy = action.running === name;
  return (
    <button
      type="button"
      className="bole-button"
      data-testid={`version-${name}`}
      aria-busy={busy}
      disabled={disabled || Boolean(action.running)}
      onClick={onClick}
    >
      {busy ? <LoaderCircle className="bole-spin" aria-hidden /> : Icon && <Icon aria-hidden />}
      {children}
    </button>
  );
}

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

function Question({ words, props }) {
  const { language, candidate, older_file, read_at, grounds, doubts, added, removed } = props;
  const said = {
    candidate,
    older: older_file,
    date: when(read_at, language, words),
    grounds: grounds.map((ground) => words[ground]).join(words.and),
  };
  return (
    <div>
      <p>{fill(words.may, said)}</p>
      <p className="bole-quiet">{added + removed ? fill(words.changed, { added, removed }) : words.unchanged}</p>
      {doubts.map((doubt) => (
        <p key={doubt} className="bole-note" data-testid="version-doubt" style={{ marginTop: 6 }}>
          <TriangleAlert aria-hidden />
          <span>{words[doubt]}</span>
        </p>
      ))}
    </div>
  );
}

const kept = (globalThis.boleElements ??= {});
const VersionOffer = (kept.VersionOffer ??= function VersionOffer(props) {
  const { language, newer, older, older_file, choice, callAction } = props;
  const words = WORDS[language] ?? WORDS.en;
  const action = useAction(callAction, words.actionFailed);
  const choose = (name) => () => action.run(name, 'version', { newer, older, choice: name });
  const showOlder = () => action.run('older', 'show_lines', { resume: older, first_line: 0, last_line: 0 });
  return (
    <section
      className="bole bole-box bole-version"
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={words.label}
      data-testid="version-offer"
      data-choice={choice}
    >
      {choice ? <p role="status">{fill(words[choice], { older: older_file })}</p> : <Question words={words} props={props} />}
      <div className="bole-version-buttons">
        {choice ? (
          <Button name="undo" action={action} onClick={choose('undo')}>{words.undo}</Button>
        ) : (
          <>
            <Button name="version" icon={CircleCheck} action={action} onClick={choose('version')}>{words.asVersion}</Button>
            <Button name="another" icon={UserRound} action={action} onClick={choose('another')}>{words.asAnother}</Button>
          </>
        )}
        <Button name="older" icon={Files} action={action} onClick={showOlder}>{words.seeOlder}</Button>
      </div>
      <p role="status" className="bole-failed">{action.error}</p>
    </section>
  );
});

export default <VersionOffer {...props} callAction={callAction} />;
