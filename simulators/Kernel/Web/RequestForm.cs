using Microsoft.AspNetCore.Http;

namespace PairingLab.Kernel.Web;

/// <summary>Reads forms. What the framework throws at a broken one has many types; here it is always the sender's error.</summary>
public static class RequestForm
{
    /// <summary>The form of a request.</summary>
    /// <exception cref="BadHttpRequestException">The body is not a form, or is broken, or has too many fields.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException(
                "the body must be a form (Content-Type: application/x-www-form-urlencoded)", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException
            || (e is IOException and not BadHttpRequestException && !request.HttpContext.RequestAborted.IsCancellationRequested))
        {
            // Too many or too long fields, a charset that is not safe, a body that ends too soon.
            throw new BadHttpRequestException($"the form can't be read: {e.Message}", e);
        }
    }
}
