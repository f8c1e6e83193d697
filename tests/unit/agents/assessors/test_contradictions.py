from __future__ import annotations

import pytest

from agents.assessors.contradictions import contradicts
from records.assessment import Verdict

# Verdict, comment, requirement.
OPPOSITE: list[tuple[Verdict, str, str]] = [
    ("met", "简历没有提到 AWS 认证。", "持有 AWS 认证"),
    ("met", "未提及相关证书。", "持有 PMP 证书"),
    ("met", "没有写明英语水平。", "英语六级"),
    ("met", "简历中未见管理经验。", "五年管理经验"),
    ("met", "没有任何 Kubernetes 方面的证据。", "熟悉 Kubernetes"),
    ("met", "看不出有带团队的经历。", "带过团队"),
    ("met", "无法确认是否用过 Kafka。", "熟悉 Kafka"),
    ("met", "只有三年经验，不满足五年的要求。", "五年以上经验"),
    ("met", "学历为本科，达不到硕士要求。", "硕士及以上"),
    ("met", "虽然做过后端开发，但没有提到 Python。", "熟练使用 Python"),
    ("met", "简历写了 Java，没有提到 Python。", "熟练使用 Python"),
    ("met", "The resume does not mention an AWS certification.", "AWS certification"),
    ("met", "AWS certification is not mentioned.", "AWS certification"),
    ("met", "No evidence of team leadership.", "Has led a team"),
    ("met", "There is no mention of Kubernetes in the resume.", "Kubernetes"),
    ("met", "The candidate has 3 years, which does not meet the requirement.", "5 years"),
    ("met", "It is unclear whether the candidate used Kafka.", "Kafka"),
    ("met", "The candidate lacks the required degree.", "Master's degree"),
    ("met", "Although the candidate knows Java, Python is not listed.", "Python"),
    ("met", "Knows Java, but Python is never mentioned.", "Python"),
    ("not_met", "候选人有八年经验，完全满足要求。", "八年以上经验"),
    ("not_met", "学历为硕士，符合要求。", "本科及以上"),
    ("not_met", "五年经验，超过该岗位要求。", "三年以上经验"),
    ("not_stated", "多段经历明确满足该要求。", "熟悉 Python"),
    ("not_met", "虽然年限写得分散，但完全满足要求。", "五年以上经验"),
    ("not_met", "The candidate fully meets this requirement.", "Python"),
    ("not_met", "Eight years of experience exceeds the requirement.", "5 years"),
    ("not_stated", "The requirement is clearly met.", "Python"),
    ("not_met", "A master's degree satisfies this.", "Bachelor's degree"),
    ("partial", "完全满足要求。", "熟悉 Python"),
    ("partial", "The candidate fully meets the requirement.", "Python"),
    ("partial", "简历完全没有提到这项技能。", "熟悉 Go"),
]

IN_ACCORD: list[tuple[Verdict, str, str]] = [
    ("met", "用 Python 开发过订单服务。", "熟练使用 Python 开发后端服务"),
    ("met", "有八年经验，满足要求。", "八年以上经验"),
    ("met", "用 Python 开发订单服务，没有写明版本。", "熟练使用 Python"),
    ("met", "没有提到证书，但有四年实际使用经验。", "熟悉 AWS"),
    ("met", "虽然没有提到职称，但管理过 12 人的团队。", "带过团队"),
    ("met", "未写明具体年限，不过三段经历合计超过五年。", "五年以上经验"),
    ("met", "负责无人值守系统，未发生故障。", "系统运维"),
    ("met", "把缺少文档的老系统迁移到 Kubernetes。", "熟悉 Kubernetes"),
    ("met", "Built order services in Python.", "Python in production"),
    ("met", "Built services in Python; the version is not stated.", "Python in production"),
    ("met", "No certificate is mentioned, but four years of daily use are.", "AWS experience"),
    ("met", "Although the title is not given, the candidate led 12 people.", "Has led a team"),
    ("met", "Cut failures to less than 1% and moved 12 services.", "Kubernetes"),
    ("met", "Led a team of 4, more than the posting asks.", "Has led a team"),
    ("met", "Python and FastAPI are used in every position.", "Python"),
    ("partial", "有五年经验，少于要求的八年。", "八年以上经验"),
    ("partial", "提到 Docker，没有提到 Kubernetes。", "熟悉 Docker 和 Kubernetes"),
    ("partial", "没有完全满足年限要求。", "八年以上经验"),
    ("partial", "只满足一部分要求。", "熟悉 Docker 和 Kubernetes"),
    ("partial", "5 of the 8 years asked.", "8 years"),
    ("partial", "Uses Docker; Kubernetes is not mentioned.", "Docker and Kubernetes"),
    ("partial", "Does not fully meet the number of years.", "8 years"),
    ("partial", "Meets the degree, not the subject.", "MSc in statistics"),
    ("not_met", "最高学历是本科，要求硕士。", "硕士及以上"),
    ("not_met", "只有三年经验，不满足要求。", "五年以上经验"),
    ("not_met", "没有达到年限要求。", "五年以上经验"),
    ("not_met", "如果补上两年才能满足要求。", "五年以上经验"),
    ("not_met", "三年经验，离满足要求还差两年。", "五年以上经验"),
    ("not_met", "A bachelor's degree; a master's is asked.", "Master's degree"),
    ("not_met", "Three years, so it does not meet the requirement.", "5 years"),
    ("not_met", "Two more years would be needed to meet the requirement.", "5 years"),
    ("not_met", "The candidate never exceeds B1 in English.", "English C1"),
    ("not_stated", "简历没有提到。", "持有 AWS 认证"),
    ("not_stated", "没有提到 AWS 认证，无法判断是否符合要求。", "持有 AWS 认证"),
    ("not_stated", "未说明英语水平是否达到要求。", "英语六级"),
    ("not_stated", "No AWS certificate is mentioned.", "AWS certification"),
    ("not_stated", "Whether the candidate meets this requirement is not stated.", "AWS certification"),
    ("not_stated", "", "AWS certification"),
]


@pytest.mark.parametrize(("verdict", "comment", "requirement"), OPPOSITE)
def test_a_comment_that_says_the_opposite_of_its_verdict_is_noticed(
    verdict: Verdict, comment: str, requirement: str
) -> None:
    assert contradicts(verdict, comment, requirement)


@pytest.mark.parametrize(("verdict", "comment", "requirement"), IN_ACCORD)
def test_a_comment_in_accord_with_its_verdict_is_left_alone(verdict: Verdict, comment: str, requirement: str) -> None:
    assert not contradicts(verdict, comment, requirement)
