using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PairingLab.Sci.Api;

/// <summary>Answers of the API.</summary>
internal static class SciReply
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with JSON that is there already.</summary>
    public static async Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> json)
    {
        Begin(http.Response, status, json.Length);
        await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted);
    }

    /// <summary>Answers <c>{"data":{…}}</c>.</summary>
    public static async Task WriteDataAsync<T>(HttpContext http, int status, T from, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            write(json, from);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await WriteAsync(http, status, buffer.WrittenMemory);
    }

    private static void Begin(HttpResponse response, int status, int length)
    {
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = length;
    }
}
