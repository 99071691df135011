// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace printing {

/// An element of a document's logical structure (ISO 32000-1 14.7, standard types of 14.8.4).
struct StructureNode {
    enum class Scope { None, Column, Row };
    std::string type;           // "P", "Table", "TH" …
    int parent = 0;             // index; the document's own is -1
    std::string alt = {};       // read aloud in its place
    Scope scope = Scope::None;  // of a TH
    int columns = 1;            // that a cell takes
};

/// What is read in which order. Number 0 is the document itself; content that has it for its tag belongs to none and is
/// an artifact.
struct Structure {
    std::vector<StructureNode> nodes{{"Document", -1}};

    int add(std::string type, int parent = 0, std::string alt = {}) {
        nodes.push_back({std::move(type), parent, std::move(alt)});
        return static_cast<int>(nodes.size()) - 1;
    }
};

/// The structure of a file, and the elements of its marked contents by page and number (MCID).
struct TaggedContents {
    Structure structure;
    std::vector<std::vector<int>> pages;
};

}  // namespace printing
