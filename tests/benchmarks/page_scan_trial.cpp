// SPDX-License-Identifier: GPL-3.0-or-later
// How often an inspection of scans is wrong: good pages that it does not let pass, and bad ones that it does. Printed
// and scanned in all the ways that a page may be: `page_scan_trial [pages of each sort] [seed]`.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iostream>
#include <map>
#include <random>

#include "printing/draw_page.hpp"
#include "printing/scan/page_scan.hpp"
#include "tests/printing/page_scanner.hpp"
#include "tests/printing/sample_images.hpp"
#include "tests/printing/sample_pages.hpp"

namespace {

using printing::PageDesign;
using printing::PageValues;
using printing::ScanJudgement;

constexpr std::array kDesigns{"passport-data-page", "border-visitor-card-front", "border-worker-card-back"};
constexpr std::array kSurnames{"NÚÑEZ DE LEÓN", "CHÁVEZ IXCOT", "GÓMEZ", "TZOC QUIEJ",
                               "PÉREZ Y PÉREZ", "OROZCO",       "DUBÓN", "MUÑOZ IBÁÑEZ"};
constexpr std::array kNames{"MARÍA JOSÉ", "OTTO",  "QUIRINO",  "BLANCA DELIA",
                            "JOSÉ ÁNGEL", "ZOILA", "GIOVANNI", "WENDY LILÍ"};

struct Chance {
    std::mt19937 source;
    double between(double low, double high) { return std::uniform_real_distribution<double>{low, high}(source); }
    std::size_t below(std::size_t count) { return source() % count; }
    bool once(unsigned in) { return source() % in == 0; }
};

/// What is printed, on what, and how it is scanned.
struct Sheet {
    PageDesign ordered, printedOn;
    PageValues values, printed;
    samples::PageScanner scanner;
};

void digits(std::string& text, Chance& chance) {
    for (auto& character : text)
        if (character >= '0' && character <= '9') character = static_cast<char>('0' + chance.below(10));
}

Sheet sheetOf(Chance& chance, const std::string& design) {
    Sheet sheet{samples::design(design), samples::design(design), {}, {}, {}};
    sheet.values = samples::valuesFor(sheet.ordered);
    for (auto& [name, text] : sheet.values.texts) digits(text, chance);
    for (auto& line : sheet.values.mrzLines) digits(line, chance);
    if (sheet.values.texts.contains("surname")) {
        sheet.values.texts["surname"] = kSurnames[chance.below(kSurnames.size())];
        sheet.values.texts["given_names"] = kNames[chance.below(kNames.size())];
    }
    if (sheet.values.texts.contains("sex")) sheet.values.texts["sex"] = chance.once(2) ? "M" : "F";
    if (sheet.values.images.contains("portrait"))
        sheet.values.images["portrait"] =
            samples::jpegOf(samples::portraitOfAnother(static_cast<unsigned>(chance.below(1000))));
    sheet.printed = sheet.values;
    auto& scan = sheet.scanner;
    scan.printRight = chance.between(-0.4, 0.4);
    scan.printDown = chance.between(-0.25, 0.25);
    scan.printTilt = chance.between(-0.15, 0.15);
    scan.printScale = chance.between(0.997, 1.003);
    scan.fade = chance.between(0, 0.25);
    scan.guilloche = chance.once(3);
    scan.paper = chance.between(215, 250);
    scan.bed = chance.once(4) ? scan.paper - 45 : chance.between(10, 60);
    scan.tilt = chance.between(-5, 5) + (chance.once(8) ? 180 : 0);
    scan.right = chance.between(-1.5, 1.5);
    scan.down = chance.between(-1.5, 1.5);
    scan.keystone = chance.once(3) ? chance.between(-0.02, 0.02) : 0;
    scan.resolution = chance.once(3) ? 600 : chance.between(285, 420);
    scan.blur = chance.between(0.3, 1.0) * scan.resolution / 300;
    scan.noise = chance.between(1, 8);
    scan.jpegQuality = chance.once(2) ? 0 : static_cast<int>(chance.between(70, 95));
    scan.chance = static_cast<unsigned>(chance.below(1U << 30));
    return sheet;
}

void otherCharacter(char& character, Chance& chance) {
    constexpr std::string_view kAll = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const char before = character;
    while (character == before) character = kAll[chance.below(kAll.size())];
}

/// One character of a field becomes another of its sort.
void otherText(Sheet& sheet, Chance& chance) {
    auto field = sheet.printed.texts.begin();
    std::advance(field, static_cast<std::ptrdiff_t>(chance.below(sheet.printed.texts.size())));
    std::string& text = field->second;
    for (;;) {
        char& character = text[chance.below(text.size())];
        const char before = character;
        if (before >= '0' && before <= '9')
            character = static_cast<char>('0' + (before - '0' + 1 + static_cast<int>(chance.below(9))) % 10);
        if (before >= 'A' && before <= 'Z')
            character = static_cast<char>('A' + (before - 'A' + 1 + static_cast<int>(chance.below(25))) % 26);
        if (character != before) return;
    }
}

struct Sort {
    std::string name;
    bool good;
    std::vector<std::string> designs;
    std::function<void(Sheet&, Chance&)> spoil;
};

const std::vector<std::string> kAll{kDesigns.begin(), kDesigns.end()};
const std::vector<std::string> kWithMrz{kDesigns[0], kDesigns[2]}, kWithPortrait{kDesigns[0], kDesigns[1]};

std::vector<Sort> sorts() {
    return {
        {"good", true, kAll, [](Sheet&, Chance&) {}},
        {"one character of the MRZ", false, kWithMrz,
         [](Sheet& sheet, Chance& chance) {
             auto& line = sheet.printed.mrzLines[chance.below(sheet.printed.mrzLines.size())];
             otherCharacter(line[chance.below(line.size())], chance);
         }},
        {"one character of a field", false, kAll, otherText},
        {"an accent missing", false, kWithPortrait,
         [](Sheet& sheet, Chance&) {
             sheet.values.texts["surname"] = "LEÓN GARCÍA";
             sheet.printed.texts["surname"] = "LEÓN GARCIA";
         }},
        {"another portrait", false, kWithPortrait,
         [](Sheet& sheet, Chance& chance) {
             sheet.printed.images["portrait"] =
                 samples::jpegOf(samples::portraitOfAnother(static_cast<unsigned>(1000 + chance.below(1000))));
         }},
        {"portrait 1.5 mm off", false, kWithPortrait,
         [](Sheet& sheet, Chance& chance) {
             sheet.scanner.printRight = sheet.scanner.printDown = 0;
             const double angle = chance.between(0, 6.28);
             for (auto& image : sheet.printedOn.images)
                 if (image.name == "portrait") {
                     image.box.x += 1.5 * std::cos(angle);
                     image.box.y += 1.5 * std::sin(angle);
                 }
         }},
        {"MRZ out of tolerance", false, kWithMrz,
         [](Sheet& sheet, Chance& chance) {
             sheet.scanner.printRight = sheet.scanner.printDown = 0;
             if (chance.once(2))
                 sheet.printedOn.mrz->x += (chance.once(2) ? 1 : -1) * chance.between(1.3, 2.2);
             else
                 for (auto& centre : sheet.printedOn.mrz->centres)
                     centre += chance.between(0.9, 1.4) * (chance.once(2) ? 1 : -1);
         }},
        {"print 1.8 mm or 1.7 degrees off", false, kAll,
         [](Sheet& sheet, Chance& chance) {
             if (chance.once(2))
                 sheet.scanner.printRight = chance.once(2) ? 1.8 : -1.8;
             else
                 sheet.scanner.printTilt = chance.once(2) ? 1.7 : -1.7;
         }},
        {"a streak", false, kAll,
         [](Sheet& sheet, Chance& chance) {
             sheet.scanner.streaks.push_back(
                 {chance.between(42, sheet.ordered.width - 20), chance.between(0.25, 0.5), chance.once(2)});
         }},
        {"faded to a quarter", false, kAll, [](Sheet& sheet, Chance&) { sheet.scanner.fade = 0.75; }},
    };
}

}  // namespace

int main(int count, char** arguments) {
    const int pages = count > 1 ? std::stoi(arguments[1]) : 20;
    const unsigned seed = count > 2 ? static_cast<unsigned>(std::stoul(arguments[2])) : 1;
    for (const auto& sort : sorts()) {
        Chance chance{std::mt19937{seed}};
        std::map<ScanJudgement, int> judged;
        std::map<std::string, int> why;
        for (int page = 0; page < pages; ++page) {
            auto sheet = sheetOf(chance, sort.designs[static_cast<std::size_t>(page) % sort.designs.size()]);
            sort.spoil(sheet, chance);
            const auto pdf = *printing::drawPage(sheet.printedOn, sheet.printed);
            const auto image = samples::scannedPage(pdf, sheet.scanner);
            const auto found = printing::inspectScan(printing::encodePng(image), sheet.ordered, sheet.values);
            ++judged[found.judgement()];
            std::map<std::string, bool> codes;
            for (const auto& finding : found.findings) {
                codes[finding.code.name() + (finding.judgement == ScanJudgement::Refused ? " refused" : " doubtful")] =
                    true;
                if (sort.good)
                    std::cerr << fmt::format(
                        "  page {} {} {} {} {:.3f} [{}|{}] dpi {:.0f} blur {:.2f} noise {:.1f} jpeg {} fade {:.2f} "
                        "guilloche {}\n",
                        page, finding.code.name(), finding.field, static_cast<int>(finding.judgement), finding.measured,
                        finding.expected, finding.found, sheet.scanner.resolution, sheet.scanner.blur,
                        sheet.scanner.noise, sheet.scanner.jpegQuality, sheet.scanner.fade, sheet.scanner.guilloche);
            }
            for (const auto& [code, seen] : codes) ++why[code];
            if (!sort.good && found.judgement() == ScanJudgement::Good)
                std::cerr << fmt::format("  missed: {} page {}\n", sort.name, page);
        }
        std::cout << fmt::format("{:34} good {:4} doubtful {:4} refused {:4}\n", sort.name, judged[ScanJudgement::Good],
                                 judged[ScanJudgement::Doubtful], judged[ScanJudgement::Refused]);
        for (const auto& [code, times] : why) std::cout << fmt::format("    {:50} {}\n", code, times);
        std::cout << std::flush;
    }
}
