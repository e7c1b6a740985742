// Starts Swagger UI on this server's own description.
SwaggerUIBundle({ url: document.getElementById("try").dataset.description, dom_id: "#try", deepLinking: true });
