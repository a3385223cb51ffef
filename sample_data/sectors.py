"""Sectors, the department each belongs to, and how many of the 1,877 procedures fall to each level.

The names of sectors are real; how the 1,877 divide among them is synthetic, for no split is published.
"""

from typing import NamedTuple

PROVINCE, DISTRICT, COMMUNE = 1_477, 262, 138  # of 1.877; synthetic


class Sector(NamedTuple):
    name: str
    owner: int  # 1 to 15, as in DEPARTMENTS of agencies.py
    province: int  # weights, not numbers of procedures
    district: int
    commune: int


SECTORS = (
    Sector("Hộ tịch", 3, 4, 16, 22),
    Sector("Chứng thực", 3, 2, 8, 10),
    Sector("Lý lịch tư pháp", 3, 5, 0, 0),
    Sector("Công chứng, luật sư", 3, 60, 0, 0),
    Sector("Nuôi con nuôi", 3, 5, 0, 4),
    Sector("Phổ biến, giáo dục pháp luật", 3, 12, 4, 5),
    Sector("Tổ chức bộ máy, hội", 2, 45, 12, 2),
    Sector("Thi đua, khen thưởng", 2, 15, 9, 5),
    Sector("Văn thư, lưu trữ", 2, 6, 0, 0),
    Sector("Người có công", 2, 40, 8, 10),
    Sector("Việc làm", 2, 40, 2, 2),
    Sector("Lao động, tiền lương", 2, 35, 4, 0),
    Sector("Thành lập và hoạt động của doanh nghiệp", 4, 62, 0, 0),
    Sector("Thành lập và hoạt động của hộ kinh doanh", 4, 0, 7, 0),
    Sector("Hợp tác xã", 4, 0, 18, 0),
    Sector("Đầu tư tại Việt Nam", 4, 55, 0, 0),
    Sector("Đấu thầu, quản lý công sản", 4, 45, 4, 2),
    Sector("Lưu thông hàng hóa trong nước", 5, 60, 14, 0),
    Sector("Xúc tiến thương mại", 5, 15, 0, 0),
    Sector("Hóa chất, điện, an toàn công nghiệp", 5, 60, 4, 0),
    Sector("Đất đai", 6, 60, 34, 4),
    Sector("Môi trường", 6, 28, 8, 2),
    Sector("Tài nguyên nước, khoáng sản", 6, 55, 2, 1),
    Sector("Chăn nuôi, thú y", 6, 40, 2, 2),
    Sector("Trồng trọt, lâm nghiệp, thủy lợi", 6, 75, 10, 8),
    Sector("Hoạt động xây dựng", 7, 45, 14, 0),
    Sector("Quy hoạch, kiến trúc", 7, 12, 6, 0),
    Sector("Nhà ở, kinh doanh bất động sản", 7, 30, 2, 0),
    Sector("Đường bộ, đăng kiểm", 7, 70, 4, 2),
    Sector("Đường thủy nội địa", 7, 50, 6, 6),
    Sector("Hoạt động khoa học và công nghệ", 8, 60, 0, 0),
    Sector("Tiêu chuẩn đo lường chất lượng", 8, 18, 0, 0),
    Sector("Viễn thông, bưu chính, chuyển đổi số", 8, 30, 0, 0),
    Sector("Văn hóa cơ sở, gia đình, thư viện", 9, 55, 18, 12),
    Sector("Thể dục, thể thao", 9, 45, 0, 3),
    Sector("Du lịch, lữ hành", 9, 35, 0, 0),
    Sector("Báo chí, xuất bản", 9, 25, 4, 0),
    Sector("Giáo dục và đào tạo", 10, 85, 42, 8),
    Sector("Văn bằng, chứng chỉ", 10, 6, 2, 0),
    Sector("Khám bệnh, chữa bệnh", 11, 55, 0, 0),
    Sector("Dược phẩm, mỹ phẩm", 11, 40, 0, 0),
    Sector("Bảo trợ xã hội, trẻ em", 11, 20, 14, 18),
    Sector("An toàn thực phẩm", 11, 8, 3, 0),
    Sector("Khiếu nại, tố cáo, tiếp công dân", 12, 6, 4, 4),
    Sector("Công tác lãnh sự, hội nghị quốc tế", 13, 8, 0, 0),
    Sector("Tôn giáo", 14, 36, 8, 10),
    Sector("Dân tộc", 14, 3, 0, 2),
    Sector("Hành chính tổng hợp", 1, 4, 0, 0),
    Sector("Khu công nghiệp", 15, 30, 0, 0),
)


def code(at: int) -> str:
    """The code of the sector at a place in SECTORS."""
    return f"LV{at + 1:02d}"
