using System.Text;
using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;

namespace PairingLab.AccessControl.Admin.Terms;

/// <summary>An uploaded file: PDF or plain text, recognised by its content and not by its name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Content">What is in it.</param>
internal sealed record UploadedFile(string Name, string Type, byte[] Content)
{
    private const int Largest = 5 * 1024 * 1024;

    /// <summary>The file of a form; null with an error in the form when it is invalid.</summary>
    public static async Task<UploadedFile?> ReadAsync(IFormFileCollection? files, FormValues form, string field)
    {
        if (files?.GetFile(field) is not { Length: > 0 } file)
        {
            form.Fail(field, "File is required.");
            return null;
        }

        if (file.Length > Largest)
        {
            form.Fail(field, "File may have 5 MB at most.");
            return null;
        }

        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content);
        if (TypeOf(content) is not { } type)
        {
            form.Fail(field, "File must be a PDF or a plain text in UTF-8.");
            return null;
        }

        return new(NameOf(file.FileName, type), type, content);
    }

    private static string? TypeOf(byte[] content) =>
        content.AsSpan().StartsWith("%PDF-"u8) ? "application/pdf" : IsText(content) ? "text/plain; charset=utf-8" : null;

    private static bool IsText(byte[] content)
    {
        try
        {
            return !new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content)
                .Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string NameOf(string sent, string type)
    {
        var plain = string.Concat(
            Path.GetFileNameWithoutExtension(sent.Replace('\\', '/')).Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_'))
            .Trim();
        return $"{(plain.Length > 0 ? plain[..Math.Min(plain.Length, 80)] : "document")}{(type == "application/pdf" ? ".pdf" : ".txt")}";
    }
}
