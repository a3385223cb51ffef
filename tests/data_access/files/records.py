"""Extracts other than dossiers: codes held against lists, numbers by the file's own marks."""

from tests.data_access.files.case import Case

FIGURES = "Chỉ số,Mã đơn vị,Tháng,Giá trị,Đơn vị tính,Ít nhất,Nguồn"


def figures(name: str, *values: str, **expected) -> Case:
    """Monthly figures m1, m2 … with these values; what is stored of each is `expected` in order."""
    kept = expected.pop("kept", ())
    lines = [f'm{i},,03/2025,"{value}",lượt,0,Báo' for i, value in enumerate(values, 1)]
    stored = {f"m{i}||2025-03-01": {"value": value} for i, value in enumerate(kept, 1)}
    content = "\n".join([FIGURES, *lines, ""])
    return Case(name, lambda: ("so-thang.csv", content.encode()), kind="monthly_figures", stored=stored,
                **{"accepted": len(kept), **expected})  # fmt: skip


def other(name: str, kind: str, content: str, **expected) -> Case:
    return Case(name, lambda: ("tep.csv", content.encode()), kind=kind, **expected)


VALUE = "Giá trị"
NUMBERS = (
    figures("plain numbers", "102000", "0", kept=("102000.0000", "0.0000")),
    figures("Vietnamese marks", "1.234,5", "102.000", kept=("1234.5000", "102000.0000")),
    figures("English marks", "1,234.5", "102,000", kept=("1234.5000", "102000.0000")),
    figures("many thousands", "1.234.567", "1.234", kept=("1234567.0000", "1234.0000")),
    figures("percentages", "98,53%", "70 %", kept=("98.5300", "70.0000")),
    figures("decimals after a nought", "0,985", "1.000", kept=("0.9850", "1000.0000")),
    figures("spaces between thousands", "102 000", "3\u00a0808", kept=("102000.0000", "3808.0000")),
    figures("a negative number", "-2,5", kept=("-2.5000",)),
    figures("thousands or decimals, nobody knows", "102,000", "5", refused="file.ambiguous_numbers"),
    figures("hardly more than one, or a thousand", "1.234", refused="file.ambiguous_numbers"),
    figures("two ways of writing numbers", "1.234,5", "1,234.5", refused="file.mixed_numbers"),
    figures("a thousand whose mark is that of decimals", "70,5", "102,000", kept=("70.5000",), rejected=1,
            problems=(("cell.decimal", 3, VALUE),)),
    figures("a word for a number", "70,5", "nhiều", kept=("70.5000",), rejected=1,
            problems=(("cell.decimal", 3, VALUE),)),
    figures("a blank number is not nought", "70", "", kept=("70.0000",), rejected=1,
            problems=(("cell.blank", 3, VALUE),)),
    figures("a dash is a blank", "70", "-", kept=("70.0000",), rejected=1,
            problems=(("cell.blank", 3, VALUE),)),
)  # fmt: skip

STATES = "Mã TTHC,Nội dung,Trạng thái,Từ ngày\n"
CODES = (
    other("a procedure whose point became a comma", "procedure_states",
          STATES + '"1,000004",phi địa giới,danh mục,28/02/2025\n', accepted=1,
          problems=(("code.repaired", 2, "Mã TTHC"),),
          stored={"1.000004|cross_boundary|listed|2025-02-28": {"procedure": "1.000004"}}),
    other("a procedure that no list has", "procedure_states",
          STATES + "1.999999,phi địa giới,danh mục,28/02/2025\n1.000004,phi địa giới,danh mục,28/02/2025\n",
          accepted=1, rejected=1, problems=(("code.unknown", 2, "Mã TTHC"),),
          stored={"1.000004|cross_boundary|listed|2025-02-28": {}}),
    other("a state of another aspect", "procedure_states",
          STATES + "1.000004,mức độ DVC,danh mục,28/02/2025\n1.000004,phi địa giới,danh mục,28/02/2025\n",
          accepted=1, rejected=1, problems=(("state.wrong_aspect", 2, "Trạng thái"),),
          stored={"1.000004|cross_boundary|listed|2025-02-28": {}}),
    other("a catalogue in which a spreadsheet cut a code", "procedures",
          "Mã thủ tục,Tên thủ tục,Mã lĩnh vực,Cấp thực hiện,Mã cơ quan chủ trì,Nội bộ\n"
          "1.00161,Cũ,L1,xã,S1,0\n1.001611,Mới,L1,Xã,S1,không\n",
          accepted=1, rejected=1, problems=(("code.rounded", 2, "Mã TTHC"),),
          stored={"1.001611": {"name": "Mới", "level": "commune", "internal": False}}),
    other("a sector whose name has commas", "sectors", "Mã lĩnh vực;Tên lĩnh vực\nL9;Đất đai, nhà ở\n",
          accepted=1, stored={"L9": {"name": "Đất đai, nhà ở"}}),
    other("a period that ends before it begins", "agencies",
          "Mã đơn vị,Tên đơn vị,Cấp,Loại,Mã đơn vị cấp trên,Hiệu lực từ,Hiệu lực đến,Nộp số liệu hồ sơ\n"
          "X8,Xã Tám,xã,phường xã,H1,01/12/2024,30/11/2024,1\nX9,Xã Chín,XÃ,phường xã,H1,1/12/24,,x\n",
          accepted=1, rejected=1, problems=(("date.period_reversed", 2, "Hiệu lực đến"),),
          stored={"X9|2024-12-01": {"level": "commune", "reports": True}}),
    other("a target of no agency with its source", "targets",
          "Mã chỉ tiêu;Mã đơn vị;Giá trị;Đơn vị tính;Loại;Hạn;Mẫu số;Căn cứ;Nguồn\n"
          "procedures_full;;70,5;%;Mục tiêu;31/12/2025;;;Báo\n", accepted=1,
          stored={"procedures_full||target|2025-12-31|70.5000": {"value": "70.5000", "agency": None}}),
    other("an event without its kind", "events",
          "Ngày,Tiêu đề,Tiêu đề tiếng Anh,Loại,Nguồn\n01/07/2025,Bỏ cấp huyện,,,Báo\n"
          "1-7-2025,Bỏ cấp huyện,,mốc,Báo\n", accepted=1, rejected=1,
          problems=(("cell.blank", 2, "Loại"),), stored={"2025-07-01|Bỏ cấp huyện": {"kind": "milestone"}}),
)  # fmt: skip

CASES = (*NUMBERS, *CODES)
