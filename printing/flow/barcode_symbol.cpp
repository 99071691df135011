// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/barcode_symbol.hpp"

#include <fmt/format.h>
#include <zint.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>

namespace printing {

using namespace base::literals;

namespace {

constexpr double kSmallestModule = 0.25;  // millimetres: three dots at 300 dpi
constexpr int kPdf417RowHeight = 3;       // modules (ISO/IEC 15438)

struct FreeSymbol {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

struct Form {
    int zintNumber;
    int quiet;  // modules on every side
};

Form formOf(Barcode::Symbology symbology) {
    switch (symbology) {
        case Barcode::Symbology::Qr: return {BARCODE_QRCODE, 4};
        case Barcode::Symbology::Pdf417: return {BARCODE_PDF417, 2};
        case Barcode::Symbology::DataMatrix: return {BARCODE_DATAMATRIX, 2};
        default: return {BARCODE_CODE128, 10};
    }
}

bool isDark(const zint_symbol& symbol, int row, int column) {
    return ((symbol.encoded_data[row][column / 8] >> (column % 8)) & 1) != 0;
}

/// The dark modules as horizontal runs, in modules.
std::vector<Box> runsOf(const zint_symbol& symbol) {
    std::vector<Box> runs;
    for (int row = 0; row < symbol.rows; ++row)
        for (int column = 0; column < symbol.width; ++column) {
            const int begin = column;
            while (column < symbol.width && isDark(symbol, row, column)) ++column;
            if (column > begin)
                runs.push_back(
                    {static_cast<double>(begin), static_cast<double>(row), static_cast<double>(column - begin), 1});
        }
    return runs;
}

base::Fault tooDense(const Barcode& barcode, int modules) {
    return {"printing.barcode-too-dense"_code,
            {{"field", barcode.source}, {"minimum", fmt::format("{:.0f}", std::ceil(modules * kSmallestModule))}},
            barcode.source};
}

}  // namespace

Barcode sealBarcode(base::BytesView seal) {
    constexpr double kLeastSymbol = 28, kLeastModule = 0.3386;
    Barcode barcode;
    barcode.symbology = Barcode::Symbology::DataMatrix;
    barcode.kind = Barcode::Content::Octets;
    barcode.content = base::textOf(seal);
    barcode.source = "seal";
    barcode.width = barcode.leastSymbol = kLeastSymbol;
    barcode.leastModule = kLeastModule;
    return barcode;
}

base::Result<BarcodeSymbol> symbolOf(const Barcode& barcode) {
    const Form form = formOf(barcode.symbology);
    const std::unique_ptr<zint_symbol, FreeSymbol> symbol{ZBarcode_Create()};
    if (!symbol) throw std::bad_alloc{};
    symbol->symbology = form.zintNumber;
    symbol->input_mode = barcode.kind == Barcode::Content::Octets ? DATA_MODE : UNICODE_MODE;
    if (barcode.symbology == Barcode::Symbology::DataMatrix) symbol->option_3 = DM_SQUARE;
    if (barcode.symbology == Barcode::Symbology::Qr) symbol->option_1 = 2;  // level M
    constexpr std::size_t kMostOctets = 4000;
    const auto* content = reinterpret_cast<const unsigned char*>(barcode.content.data());
    const bool tooLong = barcode.content.empty() || barcode.content.size() > kMostOctets;
    if (tooLong || ZBarcode_Encode(symbol.get(), content, static_cast<int>(barcode.content.size())) >= ZINT_ERROR)
        return base::Fault{"printing.barcode-refused"_code,
                           {{"field", barcode.source}, {"detail", tooLong ? "length" : symbol->errtxt}},
                           barcode.source};
    const int modules = symbol->width + 2 * form.quiet;
    const double module = std::max({barcode.width / modules, barcode.leastSymbol / symbol->width, barcode.leastModule});
    if (module < kSmallestModule) return tooDense(barcode, modules);
    const bool linear = barcode.symbology == Barcode::Symbology::Code128;
    const bool stacked = barcode.symbology == Barcode::Symbology::Pdf417;
    const double rowHeight = linear ? barcode.height : module * (stacked ? kPdf417RowHeight : 1);
    const double quiet = module * form.quiet;
    const double above = linear ? 0 : quiet;
    BarcodeSymbol result{module * modules, symbol->rows * rowHeight + 2 * above, {}};
    for (const Box& run : runsOf(*symbol))
        result.dark.push_back({quiet + run.x * module, above + run.y * rowHeight, run.width * module, rowHeight});
    return result;
}

}  // namespace printing
