"""What resumes call their sections, in Chinese and English; small letters, no decoration."""

from __future__ import annotations

from records.resume import Section

TITLES: dict[Section, str] = {
    "summary": """
        summary; professional summary; executive summary; career summary; profile; professional profile;
        personal profile; about; about me; objective; career objective; professional objective; job objective;
        personal statement; overview; introduction; bio; biography; highlights; career highlights;
        summary of qualifications; qualifications summary; personal summary; who i am; career profile; statement;
        key qualifications; qualifications; 个人简介; 个人总结; 自我评价; 自我介绍; 个人评价; 个人概述; 个人优势;
        求职意向; 求职目标; 职业目标; 职业概述; 职业总结; 简介; 概述; 关于我; 核心优势; 我的优势; 自我描述;
        个人描述; 综合评价; 期望职位; 求职期望; 职业规划; 优势亮点; 个人亮点; 自我總結; 個人簡介; 自我評價;
        自我總評; 個人總結; 自傳; 自我总结; 职业意向; 工作意向; 应聘职位
    """,
    "experience": """
        experience; experiences; work experience; work experiences; professional experience; employment;
        employment history; work history; career history; career; professional background; relevant experience;
        industry experience; internship; internships; internship experience; internship experiences; work;
        job experience; job history; employment record; professional history; professional employment;
        working experience; teaching experience; research experience; experience details; clinical experience;
        leadership experience; additional experience; other experience; selected experience;
        professional experiences; career experience; leadership; research; teaching; business experience; 工作经历;
        工作经验; 工作履历; 职业经历; 职业生涯; 从业经历; 任职经历; 实习经历; 实习经验; 实践经历; 工作背景; 实习;
        工作; 职业履历; 主要工作经历; 工作及实习经历; 科研经历; 研究经历; 教学经历; 工作情况; 工作簡歷; 工作經歷;
        工作經驗; 實習經歷; 专业经历; 相关经历; 专业经验; 实习工作经历; 从业经验; 社会实践; 社会实践经历; 社会经历;
        科研经验; 学术经历; 临床经历
    """,
    "projects": """
        projects; project experience; project experiences; selected projects; personal projects; side projects;
        key projects; academic projects; open source; open source projects; open source contributions;
        open source experience; project; relevant projects; course projects; notable projects; project work;
        project details; major projects; contributions; portfolio; technical projects; projects undertaken;
        open source software; 项目经历; 项目经验; 项目; 项目介绍; 主要项目; 个人项目; 开源项目; 项目实践; 代表项目;
        项目情况; 开源贡献; 开源经历; 课程项目; 科研项目; 項目經歷; 項目經驗; 專案經驗; 專案經歷; 重点项目;
        项目列表; 工程业绩; 项目业绩; 代表业绩; 作品; 作品集; 个人作品; 项目作品; 近期项目
    """,
    "education": """
        education; educational background; education background; academic background; academics; academic history;
        education and training; academic qualifications; educational qualifications; education details; training;
        academic qualification; schooling; coursework; relevant coursework; degrees; studies; study;
        educational qualification; academic profile; educational details; academic details; education history;
        academic credentials; 教育背景; 教育经历; 教育; 学历; 学历背景; 学习经历; 教育情况; 求学经历; 教育程度;
        学业背景; 学历信息; 教育信息; 主修课程; 相关课程; 培训经历; 教育培训; 培训; 教育經歷; 學歷; 教育背景及培训;
        教育及培训; 学业情况; 在校经历; 校园经历; 學經歷; 课程
    """,
    "skills": """
        skills; skill; technical skills; professional skills; core skills; key skills; core competencies;
        competencies; competences; abilities; technical expertise; expertise; areas of expertise; technologies;
        technical proficiencies; technical skill set; skill set; skillset; tools; tools and technologies;
        programming; programming skills; programming languages; technical summary; it skills; computer skills;
        soft skills; skills summary; strengths; hard skills; technical knowledge; proficiencies; tech stack;
        other skills; additional skills; software skills; technical; skills set; technical stack;
        technical competencies; stack; key competencies; core strengths; technical profile; software;
        computer proficiency; technical strengths; personal skills; 技能; 专业技能; 技能特长; 职业技能; 个人技能;
        技术栈; 技术能力; 核心技能; 核心能力; 技能清单; 专业能力; 掌握技能; 相关技能; 技能证书; it技能; 计算机技能;
        计算机能力; 技术技能; 技能与特长; 技能专长; 擅长; 擅长领域; 专业特长; 技能标签; 技术特长; 技术专长; 能力;
        專業技能; 個人技能; 技能專長; 專長; 技术; 工具; 办公技能; 编程技能; 编程语言; 业务技能; 综合技能; 技术背景;
        掌握技术; 技能概览; 其他技能; 能力特长
    """,
    "certificates": """
        certificates; certifications; certification; certificate; licenses; licences; licensure;
        professional certifications; licenses and certifications; credentials; accreditations; courses;
        courses and certifications; professional licenses; certifications and training; 证书; 资格证书; 专业证书;
        职业资格; 资质证书; 获得证书; 所获证书; 证书资质; 执业资格; 资格认证; 认证; 职业证书; 资质; 從業證照; 證照;
        證書; 相关证书; 执业证书; 职称证书
    """,
    "languages": """
        languages; language; language skills; language proficiency; languages spoken; foreign languages;
        language abilities; spoken languages; 语言; 语言能力; 外语能力; 语言技能; 外语水平; 语言水平; 外语;
        英语水平; 英语能力; 語言能力; 外語能力; 語言; 掌握语言
    """,
    "awards": """
        awards; honors; honours; achievements; awards and honors; honors and awards; accomplishments; scholarships;
        recognition; key achievements; scholarships and awards; awards and achievements; competitions; fellowships;
        grants; distinctions; prizes; awards and recognition; 获奖情况; 获奖经历; 荣誉奖项; 奖项荣誉; 荣誉; 奖项;
        所获奖项; 获奖; 所获荣誉; 荣誉证书; 奖励; 奖学金; 竞赛经历; 获奖荣誉; 奖惩情况; 主要成就; 竞赛获奖; 獲獎經歷;
        榮譽獎項; 获奖证书; 所获奖励; 比赛经历; 竞赛; 奖励情况; 个人荣誉; 荣誉与奖励; 荣誉奖励; 获奖信息; 在校荣誉;
        业绩; 主要业绩; 个人成就
    """,
    "publications": """
        publications; papers; patents; selected publications; research publications; publications and patents;
        books; journal articles; conference papers; presentations; talks; articles; conferences; invited talks;
        writing; journal publications; conference publications; 论文; 发表论文; 学术论文; 专利; 学术成果; 科研成果;
        论文发表; 著作; 出版物; 发表文章; 研究成果; 发明专利; 论文专利; 知识产权; 專利; 論文; 软件著作权
    """,
    "interests": """
        interests; hobbies; hobbies and interests; interests and hobbies; personal interests; activities;
        activities and interests; 兴趣爱好; 兴趣; 爱好; 个人兴趣; 业余爱好; 特长爱好; 興趣愛好; 爱好特长; 兴趣特长;
        个人爱好
    """,
    "other": """
        other; others; additional information; miscellaneous; misc; references; referees; volunteer;
        volunteering; volunteer experience; volunteering experience; volunteer work; extracurricular activities;
        extracurricular; extracurriculars; memberships; affiliations; professional affiliations; more;
        societies; professional memberships; community; community service; community involvement; personal
        information; personal details; personal data; appendix; other information; social; military service;
        declaration; service; personal; additional; links; online; committees; extra-curricular activities;
        co-curricular activities; positions of responsibility; leadership and activities; program committees;
        volunteer activities;
        其他; 其它; 其他信息; 附加信息;
        补充信息; 备注; 志愿者经历; 志愿经历; 志愿服务; 校园活动; 社团经历; 社团活动; 学生工作; 推荐人; 附录;
        学生工作经历; 校内经历; 课外活动; 组织经历; 校园实践; 其他经历; 個人信息; 志愿活动; 公益经历; 链接;
        个人主页; 社交主页; 学生干部经历; 校内任职; 党团活动; 社团; 校园; 学生组织;
        extracurricular activity; extra-curricular activity
    """,
}
HEADER_TITLES = """
        contact; contact information; contact details; contact info; contact me; curriculum vitae; resume; cv;
        get in touch; 个人信息; 基本信息; 联系方式; 个人资料; 基本资料; 联系信息; 个人简历; 简历; 個人資料;
        聯絡方式; 求职简历; 基本情况; 個人履歷; 履历; 应聘简历
    """
OPENING_TITLES = """
    education; work experience; professional experience; technical skills; objective; career objective; summary;
    professional summary; 个人简介; 自我评价; 求职意向; 工作经历; 工作经验; 实习经历; 项目经历; 项目经验;
    教育背景; 教育经历; 专业技能; 获奖情况; 语言能力; 兴趣爱好
"""


def titles_in(names: str) -> list[str]:
    """The titles of one list."""
    return [title.strip() for title in names.split(";") if title.strip()]
