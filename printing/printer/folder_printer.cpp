// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/folder_printer.hpp"

#include "base/files.hpp"

namespace printing {

using namespace base::literals;

PrintOutcome FolderPrinter::print(const PrintJob& job, const PrintProgress& progress) {
    if (const auto name = checkJobName(job.name); !name) return {PrintOutcome::End::Refused, name.refusal().first()};
    if (!std::filesystem::is_directory(m_folder))
        return {PrintOutcome::End::Refused,
                base::Fault{"printing.folder-missing"_code, {{"folder", m_folder.string()}}, {}}};
    if (progress) progress({});
    base::writeFileDurably(m_folder / (job.name + ".pdf"), job.pdf);
    return {PrintOutcome::End::Completed};
}

}  // namespace printing
