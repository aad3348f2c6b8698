"""Chinese characters that are written in two or three ways: 釣魚島 and 钓鱼岛, 廣島 and 広島."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRADITIONAL_SIMPLIFIED: Final = """
    臺台 灣湾 東东 廣广 門门 島岛 陽阳 漢汉 寧宁 濟济 蘇苏 連连 長长 龍龙 馬马 爾尔 羅罗 倫伦 紐纽 約约
    華华 聖圣 維维 蘭兰 義义 麗丽 澤泽 雲云 貴贵 關关 濱滨 無无 錫锡 順顺 鄉乡 鎮镇 嶼屿 黃黄 開开 圖图
    薩萨 烏乌 魯鲁 緬缅 國国 縣县 區区 灘滩 韓韩 遼辽 瀋沈 陝陕 滬沪 鳳凤 騰腾 營营 鹽盐 邊边 隴陇 隨随
    雙双 嶺岭 瓊琼 莊庄 園园 場场 頭头 溫温 慶庆 賓宾 亞亚 歐欧 倉仓 岡冈 橋桥 豐丰 興兴 團团 達达 臨临
    齊齐 盧卢 賴赖 納纳 賽赛 檳槟 榮荣 樂乐 藍蓝 鐵铁 錦锦 銅铜 銀银 鄭郑 鄧邓 傑杰 劉刘 剛刚 勝胜 單单
    喬乔 圓圆 壽寿 奧奥 婁娄 學学 實实 嵐岚 峽峡 峴岘 帶带 庫库 廟庙 張张 彌弥 徹彻 懷怀 應应 撫抚 揚扬
    敘叙 斷断 暉晖 會会 楊杨 業业 極极 樓楼 樹树 樺桦 歷历 涇泾 淺浅 湯汤 滄沧 漁渔 瀘泸 瀾澜 灕漓 獅狮
    獨独 瑪玛 環环 甌瓯 畢毕 盤盘 碼码 礦矿 築筑 節节 範范 紅红 綠绿 綿绵 線线 總总 聯联 肅肃 膠胶 臘腊
    荊荆 萊莱 葉叶 蓋盖 蔣蒋 蕪芜 蕭萧 蘆芦 衛卫 裡里 親亲 觀观 許许 諸诸 諾诺 貝贝 貢贡 賀贺 贊赞 贛赣
    趙赵 車车 軍军 輝辉 農农 遠远 運运 邁迈 鄒邹 釋释 釣钓 鈴铃 鋼钢 錢钱 鎖锁 鏡镜 鐘钟 閔闵 閣阁 閩闽
    陰阴 陳陈 陸陆 際际 隱隐 靈灵 靜静 頂顶 項项 領领 頓顿 頗颇 顏颜 風风 飛飞 駝驼 駿骏 驛驿 魚鱼 鮮鲜
    鯨鲸 鳥鸟 鴨鸭 鴻鸿 鵝鹅 鶴鹤 鷹鹰 麥麦 龜龟 瑤瑶 璦瑷 蒼苍 葦苇 勞劳 壩坝 塢坞 墾垦 戰战 戶户 撥拨
    攔拦
"""
_JAPANESE_TRADITIONAL: Final = """
    広廣 浜濱 沢澤 県縣 竜龍 辺邊 関關 滝瀧 栄榮 斎齋 豊豐 塩鹽 横橫 黒黑 駅驛 国國 区區 徳德 恵惠 桜櫻
    戸戶 鉄鐵 芦蘆 万萬 独獨 図圖 楽樂 亜亞 円圓 湾灣 台臺 学學 会會 条條 歩步 渋澁 駒驅 鶏鷄 仏佛 宝寶
    覚覺 霊靈 麦麥
"""
"""Characters of place names, each with its other form (general knowledge)."""


def _table(pairs: str) -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in pairs.split()}


_SIMPLIFIED: Final = _table(_TRADITIONAL_SIMPLIFIED)
_FROM_SIMPLIFIED: Final = {ord(new): chr(old) for old, new in _SIMPLIFIED.items()}
_FROM_JAPANESE: Final = _table(_JAPANESE_TRADITIONAL)
_TO_JAPANESE: Final = {ord(new): chr(old) for old, new in _FROM_JAPANESE.items()}


def other_characters(name: str) -> Iterator[str]:
    """Yield a name in the other characters that Chinese and Japanese write it with."""
    traditional = name.translate(_FROM_JAPANESE)
    for other in (
        name.translate(_SIMPLIFIED),
        name.translate(_FROM_SIMPLIFIED),
        traditional,
        traditional.translate(_SIMPLIFIED),
        name.translate(_FROM_SIMPLIFIED).translate(_TO_JAPANESE),
    ):
        if other != name:
            yield other
