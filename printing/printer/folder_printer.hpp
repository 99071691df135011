// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "printing/printer/printer.hpp"

namespace printing {

/// Leaves each job as `<name>.pdf` in a folder. Completed means that the file is on the disk; the same name replaces
/// the file. Refuses "printing.folder-missing" and unfit names; throws "file.not-written".
class FolderPrinter final : public Printer {
   public:
    explicit FolderPrinter(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    using Printer::print;
    PrintOutcome print(const PrintJob& job, const PrintProgress& progress) override;

   private:
    std::filesystem::path m_folder;
};

}  // namespace printing
