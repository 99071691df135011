// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cups/cups.h>

#include "printing/printer/job_options.hpp"

/// Reading and writing the attributes of IPP messages. For ipp_session.cpp only, which owns the messages.
namespace printing::ipp {

/// The values of a text, name, keyword or uri attribute; empty where there is none.
std::vector<std::string> textsOf(ipp_t* answer, const char* name);
int integerOf(ipp_t* answer, const char* name, ipp_tag_t tag, int otherwise);
/// Of an answer to Get-Printer-Attributes.
PrinterCapabilities capabilitiesIn(ipp_t* answer);
/// What capabilitiesIn reads.
extern const std::vector<const char*> kCapabilities;
/// As job template attributes, behind the operation attributes.
void addTo(ipp_t* request, const JobOptions& options);

}  // namespace printing::ipp
