// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/printing/pdf_updates.hpp"

#include <algorithm>
#include <cstdio>

namespace samples {

std::string textOf(base::BytesView file) { return base::textOf(file); }

int freshNumber(base::BytesView file) {
    const auto text = textOf(file);
    return std::stoi(text.substr(text.rfind("/Size") + 5));
}

namespace {

std::string entryOf(int number, std::size_t place) {
    char entry[64];
    std::snprintf(entry, sizeof entry, "%d 1\n%010zu 00000 n \n", number, place);
    return entry;
}

/// Table and trailer behind what the file had and what came to it.
base::Bytes closed(base::BytesView file, std::string text, const std::string& entries, int size) {
    const auto before = textOf(file);
    const auto previous = before.substr(before.rfind("startxref") + 10);
    const auto trailer = before.substr(before.rfind("/Size"), before.rfind("startxref") - before.rfind("/Size"));
    const auto root = trailer.substr(trailer.find("/Root"), trailer.find("/ID") - trailer.find("/Root"));
    const auto place = text.size();
    text += "xref\n" + entries + "trailer\n<< /Size " + std::to_string(size) + " " + root + "/Prev " +
            std::to_string(std::stoul(previous)) + " >>\nstartxref\n" + std::to_string(place) + "\n%%EOF\n";
    return base::bytesOf(text);
}

}  // namespace

base::Bytes updated(base::BytesView file, const std::vector<std::pair<int, std::string>>& objects) {
    auto text = textOf(file);
    std::string entries;
    int size = freshNumber(file);
    for (const auto& [number, body] : objects) {
        entries += entryOf(number, text.size());
        size = std::max(size, number + 1);
        text += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    return closed(file, text, entries, size);
}

base::Bytes repointed(base::BytesView file, int number, std::size_t place) {
    return closed(file, textOf(file), entryOf(number, place), freshNumber(file));
}

std::pair<int, std::string> objectWith(base::BytesView file, const std::string& words) {
    const auto text = textOf(file);
    const auto inside = text.rfind(words);
    const auto begin = text.rfind(" 0 obj\n", inside);
    const auto line = text.rfind('\n', begin) + 1;
    const auto content = begin + 7;
    return {std::stoi(text.substr(line)), text.substr(content, text.find("\nendobj", content) - content)};
}

}  // namespace samples
