# ruff: noqa: E501, SIM905  (word lists are read whole)
"""Which Chinese words can be a person's name, and which only look like one."""

from __future__ import annotations

import re

from retrieval.documents.profile.wording import COMPANY, SCHOOL, TITLE
from retrieval.documents.sections import heading_section

# The hundred-odd family names that nearly all Chinese people bear, simplified and traditional, and those of two characters.
_FAMILY = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯"
    "邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒"
    "阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应"
    "臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢"
    "張劉陳楊黃趙吳孫馬鄭謝許鄧馮韓蕭蔣蘇魏呂盧鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯葉"
    "羅葉鄺區歐關蘭單莊聶齊喬顏魯詹畢駱饒陽時農車項連蘆麥婁竇黨宮費衛應閔鄔邊倉欒榮叢鞏餘岳莫簡游粘塗藍紀戚練邱"
)
_DOUBLE_FAMILY = tuple(
    "欧阳 上官 司马 诸葛 司徒 司空 东方 东郭 独孤 慕容 尉迟 皇甫 令狐 端木 夏侯 公孙 公羊 申屠 长孙 宇文 轩辕 闻人 濮阳 淳于 太史 钟离 "
    "呼延 南宫 西门 百里 拓跋 鲜于 赫连 澹台 完颜 叶赫 欧陽 歐陽 司馬 諸葛 東方 獨孤 尉遲 公孫 長孫 鍾離 南宮 張簡 范姜".split()
)
_NOT_IN_NAME = re.compile(
    r"简历|簡歷|履历|履歷|求职|应聘|姓名|汉族|年龄|年限|年月|电话|手机|邮箱|地址|现居|籍贯|学历|本科|硕士|博士|大专|专业|经验|工作|意向|先生|女士|小姐|同学|"
    r"工程|开发|大学|学院|公司|中国|岗|届|学生|高级|资深|高中|党员|团员|方向|安全|金融|文学|管理|华东|华南|华北|全职|兼职|时间|未婚|已婚|民族|专员|"
    r"[省市区县路街道镇村号楼栋岁女员师部组类]$|^[\u4e00-\u9fff]男$"
)
# Words of resumes and towns that begin with a family name.
_ONLY_LOOKS_LIKE = frozenset(
    "乐观 乐于 严谨 严格 温和 温柔 安静 安卓 单身 单位 车间 商务 商业 应用 方案 成果 成绩 成就 文化 文案 文员 文档 项目 程序 房产 房地产 封面 关于 关键 关于我 "
    "和谐 路演 连锁 高效 高等 高校 高薪 简介 简述 简单 白领 计算机 经理 向往 向上 常用 常驻 党务 曾用名 强项 时尚 时光 元宇宙 金牌 官网 官方 明确 "
    "江苏 江西 江门 江阴 江苏省 江西省 安徽 安庆 安阳 安康 安顺 宁波 宁夏 宁德 常州 常德 常熟 温州 温岭 柳州 邢台 焦作 黄山 黄石 黄冈 金华 石家庄 石河子 "
    "吴江 吴忠 吴中 梅州 梁山 荆州 荆门 连云港 郑州 滕州 邵阳 诸暨 余姚 余杭 祁阳 娄底 曲靖 曲阜 南京 南昌 南宁 南通 南平 南充 南阳 南海 包头 路桥 阳江 阳泉 "
    "景德镇 师宗 应城 齐齐哈尔 章丘 武汉 武威 武夷山 武昌 成都 沈阳 苏州 徐州 徐汇 贺州 兰州 万宁 万州 陆丰 项城 虞城 马鞍山 司机 胡同 杨浦 萧山 和平 花都 "
    "顺义 龙岗 龙华 罗湖 盐田 宝山 宝安 白云 海淀 朝阳 丰台 雷州 昌平 汤山 谷歌 金山 毕业 都市 江宁 江北 江南 江夏 汪清 平安 安居客 万科 万达 华为 方正 金蝶 "
    "高德 马士基 顾家 施耐德 史丹利 鲁班 戴尔 米哈游 广联达 梁溪 滨江 高新 和田".split()
)
_WITH_DOTS = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・‧．∙][\u4e00-\u9fff]{1,8}){1,3}")
"""Names of the western peoples of China and names carried over from other languages: 阿依古丽·样木."""


def is_chinese_name(text: str) -> bool:
    """A family name that people bear with one or two characters more, or parts joined by middle dots."""
    if _NOT_IN_NAME.search(text) or text in _ONLY_LOOKS_LIKE or _names_something_else(text):
        return False
    if _WITH_DOTS.fullmatch(text):
        return True
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text):
        return False
    return (text[:2] in _DOUBLE_FAMILY and len(text) >= 3) or (text[0] in _FAMILY and len(text) <= 3)


def dotted_name(text: str) -> str:
    """A name with middle dots at the start of a line."""
    found = _WITH_DOTS.match(text)
    return found.group() if found and is_chinese_name(found.group()) else ""


def _names_something_else(text: str) -> bool:
    return bool(TITLE.search(text) or COMPANY.search(text) or SCHOOL.search(text) or heading_section(text) is not None)
