package io.onewindow.casefile.material;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be uploaded; all defaults are our own.
 *
 * @param kinds kinds of files
 * @param largestFile of one file
 * @param largestCase of all files of one case
 * @param mostFiles of one case
 * @param mostPixels of one picture
 * @param mostEntries of the package that an OFD, DOCX or XLSX file is
 * @param largestUnpacked of all entries of such a package
 * @param highestRatio of unpacked to packed size, from ten megabytes on
 */
@ConfigurationProperties("onewindow.material")
record MaterialSettings(
    @DefaultValue({"PDF", "JPEG", "PNG", "OFD", "DOCX", "XLSX"}) List<FileKind> kinds,
    @DefaultValue("20MB") DataSize largestFile,
    @DefaultValue("200MB") DataSize largestCase,
    @DefaultValue("200") int mostFiles,
    @DefaultValue("100000000") long mostPixels,
    @DefaultValue("5000") int mostEntries,
    @DefaultValue("300MB") DataSize largestUnpacked,
    @DefaultValue("200") int highestRatio) {}
